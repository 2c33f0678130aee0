/** Keys that work on every screen. */
import { signal } from "./signal.js";
import { go, to } from "./router.js";
import { namesShown } from "./identity.js";

export const SCREENS = [
  { id: "", name: "Start", key: "h" },
  { id: "live", name: "Live", key: "l" },
  { id: "studio", name: "Threshold studio", key: "t" },
  { id: "policies", name: "Policies", key: "p" },
  { id: "explain", name: "Explain", key: "e" },
  { id: "subject", name: "Subject", key: "u" },
  { id: "system", name: "System", key: "s" },
  { id: "dead-letters", name: "Dead letters", key: "d" },
  { id: "audit", name: "Audit", key: "a" },
];

export const helpShown = signal(false);

/** Moves the chosen row of the screen's long list; null where the screen has none. */
export const rowMover = signal(null);

/** Whether the next search box that appears takes the focus. */
export const searchWanted = signal(false);

const SECOND_KEY_MS = 1200;
let waiting = 0;

const ACTS = {
  "/": focusSearch,
  "?": () => helpShown.set(!helpShown.get()),
  j: () => moveRow(1),
  k: () => moveRow(-1),
  m: () => namesShown.set(!namesShown.get()),
};

export function listenForKeys() {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (pressed(event.key)) {
      event.preventDefault();
    }
  });
}

const isTyping = (target) =>
  target.matches("input:not([type=range]):not([type=checkbox]), textarea, select") ||
  document.querySelector("dialog[open]") !== null;

function pressed(key) {
  const second = Date.now() - waiting < SECOND_KEY_MS;
  waiting = 0;
  if (second) {
    const screen = SCREENS.find((each) => each.key === key);
    screen && go(to(screen.id));
    return Boolean(screen);
  }
  if (key === "g") {
    waiting = Date.now();
    return true;
  }
  ACTS[key]?.();
  return key in ACTS;
}

function focusSearch() {
  const box = document.querySelector("main [type=search]");
  searchWanted.set(!box);
  box ? box.focus() : go(to(""));
}

function moveRow(step) {
  const mover = rowMover.get();
  if (mover) {
    mover(step);
    return;
  }
  const rows = [...document.querySelectorAll("main [data-row]")];
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
}
