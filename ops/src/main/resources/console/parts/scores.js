/** Scores as bars. */
import { score } from "../core/format.js";
import { html } from "../core/view.js";
import { Empty } from "./panel.js";

/** @param models `{model, version, mode, labels, missing_because}` each */
export function Scores({ models }) {
  const rows = models.flatMap(({ model, version, mode, labels }) =>
    Object.entries(labels).map(([label, value]) => ({ name: `${model}/${label}`, version, mode, value })),
  );
  const missing = models.filter((model) => model.missing_because);
  if (rows.length + missing.length === 0) {
    return html`<${Empty}>No model scored this event.<//>`;
  }
  rows.sort((a, b) => b.value - a.value);
  return html`
    <ul class="scores">${rows.map((row) => html`<${Score} key=${`${row.name} ${row.version}`} ...${row} />`)}</ul>
    ${missing.map(({ model, missing_because }) => html`<p key=${model} class="faint">${model} said nothing: ${missing_because}.</p>`)}
  `;
}

function Score({ name, version, mode, value }) {
  return html`
    <li>
      <span>${name} <small class="faint">v${version}${mode !== "LIVE" && `, ${mode.toLowerCase()}`}</small></span>
      <meter min="0" max="1" value=${value}>${score(value)}</meter>
      <span class="number">${score(value)}</span>
    </li>
  `;
}
