/** The actions of a decision, in a line. */
import { html } from "../core/view.js";
import { Pill } from "./pill.js";

/** Kinds of action, each once; those of a shadow are faint. */
export function Deeds({ actions }) {
  if (actions.length === 0) {
    return html`<span class="faint">none</span>`;
  }
  const kinds = new Map(actions.map((action) => [`${action.kind} ${action.mode}`, action]));
  return [...kinds].map(
    ([key, { kind, mode }]) =>
      html`<${Pill} key=${key} of=${kind} tone=${mode === "SHADOW" ? "quiet" : undefined}
        title=${mode === "LIVE" ? "" : mode.toLowerCase()} />`,
  );
}

/** Rules that matched, each once. */
export function rulesOf(decision) {
  return [...new Set(decision.matched.map((match) => `${match.policy}/${match.rule}`))].join(", ");
}

/** The greatest score of a decision with its name, or null. */
export function topScore(decision) {
  const [best] = Object.entries(decision.scores).sort(([, a], [, b]) => b - a);
  return best ? { name: best[0], value: best[1] } : null;
}
