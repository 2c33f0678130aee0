/** How often a policy acts, by mode: what a shadow would have done stands beside what was done. */
import { useAnswer } from "../../core/answer.js";
import { count, words } from "../../core/format.js";
import { html } from "../../core/view.js";
import { Answered } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

const EVERY_MS = 3000;
const COLUMNS = [
  { name: "Mode", of: (row) => html`<${Pill} of=${row.mode} />` },
  { name: "Kind", of: (row) => words(row.kind) },
  { name: "Last minute", of: (row) => count(row.last_minute), numeric: true },
  { name: "Last hour", of: (row) => count(row.last_hour), numeric: true },
];

export function Counts({ policy }) {
  const answer = useAnswer("/v1/overview", EVERY_MS);
  return html`
    <${Answered} answer=${answer}>
      ${({ actions }) => html`<${Table} caption="Actions by mode" columns=${COLUMNS}
        rows=${actions.filter((row) => row.policy === policy)} keyOf=${(row) => `${row.mode} ${row.kind}`}
        empty="It did nothing in the last hour, in no mode." />`}
    <//>
  `;
}
