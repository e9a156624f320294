/** Remembers which path is mine: the one whose pages were last opened; from the first answer, asks to keep it. No element. */

import { keepSetting, log, setting } from "./log.js";
import { isShared } from "./shared.js";

const root = new URL(document.documentElement.dataset.root ?? "./", location.href).pathname;
const [, role, pace] = location.pathname.slice(root.length).split("/");
const mine = `${role}/${pace}`;

if ((await setting("path")) !== mine) await keepSetting("path", mine);
if (!isShared()) log().addEventListener("change", () => import("./persist.js"), { once: true });
