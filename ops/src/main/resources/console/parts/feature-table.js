/** Features with their units; those that mattered first. */
import { amount } from "../core/format.js";
import { html, useState } from "../core/view.js";
import { Field } from "./field.js";
import { Table } from "./table.js";

const COLUMNS = [
  { name: "Feature", of: (row) => html`<span class=${row.used ? "used" : ""}>${row.name}</span>` },
  { name: "Value", of: (row) => amount(row.value), numeric: true },
  { name: "Unit", of: (row) => html`<span class="faint">${row.unit}</span>` },
];

/** @param used names of features that a matched rule looked at */
export function FeatureTable({ features, used = new Set() }) {
  const [part, setPart] = useState("");
  const rows = features
    .filter((feature) => feature.name.includes(part))
    .map((feature) => ({ ...feature, used: used.has(feature.name) }))
    .sort((a, b) => b.used - a.used);
  return html`
    <${Field} label="Name contains" type="text" value=${part} onInput=${(e) => setPart(e.target.value)} onChange=${setPart} />
    <div class="tall">
      <${Table} caption="Features" columns=${COLUMNS} rows=${rows} keyOf=${(row) => row.name}
        empty=${part ? "No feature has this in its name." : "Nothing is known of this account yet."} />
    </div>
  `;
}
