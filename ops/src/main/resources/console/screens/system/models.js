/** The models that score, and which of their versions. */
import { useAnswer } from "../../core/answer.js";
import { amount, count, percent } from "../../core/format.js";
import { may } from "../../core/session.js";
import { html, useState } from "../../core/view.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";
import { Versions } from "./model-versions.js";

const EVERY_MS = 3000;
const columns = (open) => [
  { name: "Model", of: (row) => html`${row.name} <span class="faint">v${row.version}</span>` },
  { name: "Role", of: (row) => html`<${Pill} of=${row.role} /> ${row.answers_for !== row.name && html`<span class="faint">for ${row.answers_for}</span>`}` },
  { name: "Share", of: (row) => percent(row.share), numeric: true },
  { name: "Circuit", of: (row) => html`<${Pill} of=${row.circuit} />` },
  { name: "Device", of: (row) => row.device, minor: true },
  { name: "Labels", of: (row) => row.labels.join(", "), minor: true },
  { name: "Queue", of: (row) => count(row.queue_depth), numeric: true, minor: true },
  { name: "Batches", of: (row) => count(row.batches), numeric: true, minor: true },
  { name: "Texts a batch", of: (row) => amount(row.mean_batch), numeric: true, minor: true },
  { name: "Failures", of: (row) => count(row.failures), numeric: true, minor: true },
  { name: "p99, ms", of: (row) => amount(row.p99_ms), numeric: true },
  { name: "", of: (row) => row.role === "LIVE" && html`<button class="plain" onClick=${() => open(row.name)}>Versions …</button>` },
];

export function Models() {
  const answer = useAnswer("/v1/models", EVERY_MS);
  const [model, setModel] = useState(null);
  return html`
    <${Panel} title="Models">
      <${Answered} answer=${answer}>
        ${({ items }) => html`
          ${items.filter((row) => row.refused && row.role === "LIVE").map(
            (row) => html`<p key=${row.name} class="trouble" role="alert">${row.name} serves its last good versions: ${row.refused}</p>`,
          )}
          <${Table} caption="Models" columns=${columns(setModel)} rows=${items} keyOf=${(row) => `${row.name} ${row.version} ${row.role}`}
            empty="No model is loaded: rules over features still decide." />`}
      <//>
    <//>
    ${model && html`<${Versions} key=${model} model=${model} mayChange=${may("OPERATE")} onClose=${() => setModel(null)} />`}
  `;
}
