/** Choose what fits you: nothing is right or wrong. */

import { Choice } from "./choice.js";

export default class Poll extends Choice {
  judge() {
    return undefined;
  }

  show() {}

  async mix() {}
}
