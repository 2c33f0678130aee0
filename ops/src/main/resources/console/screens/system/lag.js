/** How far each partition is behind, judged by how it behaves. */
import { useAnswer } from "../../core/answer.js";
import { count } from "../../core/format.js";
import { html } from "../../core/view.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

const EVERY_MS = 3000;
const WORST_FIRST = ["STALLED", "FALLING_BEHIND", "OK"];
const COLUMNS = [
  { name: "Partition", of: (row) => html`<span class="mono">${row.topic}-${row.partition}</span>` },
  { name: "Behaves", of: (row) => html`<${Pill} of=${row.behaviour} />` },
  { name: "Behind", of: (row) => count(row.lag), numeric: true },
  { name: "Committed", of: (row) => count(row.committed), numeric: true, minor: true },
  { name: "End", of: (row) => count(row.end), numeric: true, minor: true },
];

export function Lag() {
  const answer = useAnswer("/v1/lag", EVERY_MS);
  const order = (a, b) => WORST_FIRST.indexOf(a.behaviour) - WORST_FIRST.indexOf(b.behaviour) || b.lag - a.lag;
  return html`
    <${Panel} title="Lag" note="falling behind: grows over its window; stalled: does not move">
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Lag" columns=${COLUMNS} rows=${[...items].sort(order)}
          keyOf=${(row) => `${row.topic}-${row.partition}`} empty="No partition is assigned yet. The group may be rebalancing." />`}
      <//>
    <//>
  `;
}
