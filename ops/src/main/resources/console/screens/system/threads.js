/** Stream threads and their tasks. */
import { useAnswer } from "../../core/answer.js";
import { html } from "../../core/view.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

const EVERY_MS = 3000;
const tasks = (ids) => html`<span class="mono">${ids.join("  ")}</span>`;
const COLUMNS = [
  { name: "Thread", of: (row) => html`<span class="mono">${row.name}</span>` },
  { name: "State", of: (row) => html`<${Pill} of=${row.state} />` },
  { name: "Active tasks", of: (row) => tasks(row.active_tasks) },
  { name: "Standby tasks", of: (row) => tasks(row.standby_tasks), minor: true },
];

export function Threads() {
  const answer = useAnswer("/v1/threads", EVERY_MS);
  return html`
    <${Panel} title="Threads">
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Threads" columns=${COLUMNS} rows=${items} keyOf=${(row) => row.name}
          empty="No stream thread lives: the instance starts, or has stopped." />`}
      <//>
    <//>
  `;
}
