/** Who did what, and whether the record is whole. */
import { address, get } from "../core/api.js";
import { useAnswer } from "../core/answer.js";
import { count, moment } from "../core/format.js";
import { html, useState } from "../core/view.js";
import { Document } from "../parts/facts.js";
import { Field } from "../parts/field.js";
import { Answered, Heading, Panel, Trouble } from "../parts/panel.js";
import { Table } from "../parts/table.js";

const COLUMNS = [
  { name: "When", of: (row) => moment(row.occurred_at) },
  { name: "Who", of: (row) => html`${row.actor} <small class="faint">${row.role}</small>` },
  { name: "What", of: (row) => html`<code>${row.operation}</code>` },
  { name: "On", of: (row) => html`<span class="mono">${row.entity}</span>` },
  { name: "Why", of: (row) => row.reason },
  { name: "Details", of: (row) => details(row.details), minor: true },
];

export default function Audit() {
  const [entity, setEntity] = useState("");
  const [actor, setActor] = useState("");
  const [after, setAfter] = useState("");
  const answer = useAnswer(address("/v1/audit", { entity, actor, after, limit: 100 }));
  const filter = (set) => (value) => {
    set(value.trim());
    setAfter("");
  };
  return html`
    <${Heading} title="Audit" note="Everything that people and Rampart changed, newest first. Each entry holds the hash of the one before." />
    <${Verify} />
    <div class="filters">
      <${Field} label="Entity" type="search" placeholder="policy:spam@2" value=${entity} onChange=${filter(setEntity)} />
      <${Field} label="Who" type="search" value=${actor} onChange=${filter(setActor)} />
    </div>
    <${Panel}>
      <${Answered} answer=${answer}>
        ${({ items, next }) => html`
          <${Table} caption="Audit" columns=${COLUMNS} rows=${items} keyOf=${(row) => row.audit_id} empty="No entry matches." />
          <footer class="pages">
            ${after && html`<button onClick=${() => setAfter("")}>Newest</button>`}
            ${next && html`<button onClick=${() => setAfter(next)}>Older</button>`}
          </footer>
        `}
      <//>
    <//>
  `;
}

const details = (values) =>
  Object.entries(values ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

function Verify() {
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState(null);
  const verify = () => get("/v1/audit/verify").then(setFound, setProblem);
  return html`
    <${Panel} title="Is the record whole?" tools=${html`<button onClick=${verify}>Verify the chain</button>`}>
      ${problem && html`<${Trouble} problem=${problem} />`}
      ${found &&
      html`<p class=${found.verified ? "verdict good" : "verdict bad"} role="status">
        ${found.verified ? `Whole: ${count(found.entries)} entries, each with the right hash.` : `Not whole: ${count(found.broken.length)} places are broken, ${count(found.forks)} fork.`}
      </p>
      <${Document} value=${found} />`}
    <//>
  `;
}
