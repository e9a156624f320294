/** The card for the wall: a button that prints it. */

/** Shows its button where there is JavaScript. */
export class HouvastCard extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    this.querySelector("button")?.removeAttribute("hidden");
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (/** @type {Element} */ (event.target).closest("button")) window.print();
  }
}

customElements.define("houvast-card", HouvastCard);
