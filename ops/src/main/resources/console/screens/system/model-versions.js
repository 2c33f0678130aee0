/** The versions of one model in the repository, and what they can be made. */
import { useAnswer } from "../../core/answer.js";
import { path } from "../../core/api.js";
import { percent } from "../../core/format.js";
import { html, useState } from "../../core/view.js";
import { Change } from "../../parts/change.js";
import { Field, Select } from "../../parts/field.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

const EVERY_MS = 3000;
const ROLES = [["SHADOW", "shadow: is asked, decides nothing"], ["CANARY", "canary: decides for a share"], ["LIVE", "live"]];
const columns = (mayChange, assign, withdraw) => [
  { name: "Version", of: (row) => `v${row.version}` },
  { name: "Role", of: (row) => row.role && html`<${Pill} of=${row.role} /> ${row.role === "CANARY" && percent(row.share)}` },
  { name: "Labels", of: (row) => row.labels.join(", "), minor: true },
  {
    name: "",
    of: (row) => mayChange && html`
      ${row.role !== "LIVE" && html`<button class="plain" onClick=${() => assign(row.version)}>Assign …</button>`}
      ${["CANARY", "SHADOW"].includes(row.role) && html`<button class="plain" onClick=${() => withdraw(row.version)}>Withdraw …</button>`}`,
  },
];

export function Versions({ model, mayChange, onClose }) {
  const answer = useAnswer(path("models", model, "versions"), EVERY_MS);
  const [assigned, setAssigned] = useState(null);
  const [withdrawn, setWithdrawn] = useState(null);
  const close = () => {
    setAssigned(null);
    setWithdrawn(null);
    answer.again();
  };
  const tools = html`<button class="plain" aria-label="Close versions" onClick=${onClose}>✕</button>`;
  return html`
    <${Panel} title=${`Versions of ${model}`} note="a change holds on every instance" tools=${tools}>
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Versions" columns=${columns(mayChange, setAssigned, setWithdrawn)} rows=${items} keyOf=${(row) => row.version}
          empty="The repository of this instance has no version of it." />`}
      <//>
    <//>
    ${assigned && html`<${Assigning} model=${model} version=${assigned} onClose=${close} />`}
    ${withdrawn && html`<${Change} change=${withdrawal(model, withdrawn)} onClose=${close} />`}
  `;
}

const withdrawal = (model, version) => ({
  title: `Withdraw ${model} v${version}`,
  method: "DELETE",
  where: path("models", model, "versions", version),
  body: {},
  label: "Withdraw it",
  done: `${model} v${version} leaves on every instance.`,
});

function Assigning({ model, version, onClose }) {
  const [role, setRole] = useState("SHADOW");
  const [share, setShare] = useState("0.05");
  const change = {
    title: `Assign ${model} v${version}`,
    method: "PUT",
    where: path("models", model, "versions", version),
    body: { role, ...(role === "CANARY" && { share: Number(share) }) },
    label: "Assign it",
    danger: role === "LIVE",
    done: `${model} v${version} becomes ${role.toLowerCase()} on every instance.`,
  };
  return html`
    <${Change} change=${change} onClose=${onClose}>
      <${Select} label="Role" value=${role} onChange=${setRole} options=${ROLES} />
      ${role === "CANARY" && html`<${Field} label="Share of accounts, 0 to 1" value=${share} onChange=${setShare} inputmode="decimal" />`}
    <//>
  `;
}
