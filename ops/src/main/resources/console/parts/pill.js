/** A state or kind in a word, with a colour that says how much it matters. */
import { words } from "../core/format.js";
import { html } from "../core/view.js";

const TONES = {
  LIVE: "good",
  RUNNING: "good",
  OK: "good",
  CLOSED: "good",
  CANARY: "accent",
  SHADOW: "quiet",
  DRAFT: "quiet",
  RETIRED: "quiet",
  STANDBY: "quiet",
  FALLING_BEHIND: "warn",
  REVIEW: "warn",
  REBALANCING: "warn",
  PAUSED: "warn",
  STALLED: "bad",
  KILLED: "bad",
  ERROR: "bad",
  OPEN: "bad",
  SUSPEND: "bad",
  BAN: "bad",
};

export function Pill({ of, tone, title }) {
  const shade = tone ?? TONES[String(of).toUpperCase()] ?? "plain";
  return html`<span class=${`pill ${shade}`} title=${title}>${words(of)}</span>`;
}
