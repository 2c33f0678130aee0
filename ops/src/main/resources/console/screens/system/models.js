/** The models that score. */
import { useAnswer } from "../../core/answer.js";
import { amount, count } from "../../core/format.js";
import { html } from "../../core/view.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

const EVERY_MS = 3000;
const COLUMNS = [
  { name: "Model", of: (row) => html`${row.name} <span class="faint">v${row.version}</span>` },
  { name: "Role", of: (row) => html`<${Pill} of=${row.role} /> ${row.answers_for !== row.name && html`<span class="faint">for ${row.answers_for}</span>`}` },
  { name: "Circuit", of: (row) => html`<${Pill} of=${row.circuit} />` },
  { name: "Device", of: (row) => row.device, minor: true },
  { name: "Labels", of: (row) => row.labels.join(", "), minor: true },
  { name: "Queue", of: (row) => count(row.queue_depth), numeric: true },
  { name: "Batches", of: (row) => count(row.batches), numeric: true, minor: true },
  { name: "Texts a batch", of: (row) => amount(row.mean_batch), numeric: true, minor: true },
  { name: "Failures", of: (row) => count(row.failures), numeric: true, minor: true },
  { name: "p99, ms", of: (row) => amount(row.p99_ms), numeric: true },
];

export function Models() {
  const answer = useAnswer("/v1/models", EVERY_MS);
  return html`
    <${Panel} title="Models">
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Models" columns=${COLUMNS} rows=${items} keyOf=${(row) => `${row.name} ${row.version}`}
          empty="No model is loaded: rules over features still decide." />`}
      <//>
    <//>
  `;
}
