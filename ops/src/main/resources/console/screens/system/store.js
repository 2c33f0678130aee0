/** One store: the value of a key wherever it lies, and the keys that lie here. */
import { useAnswer } from "../../core/answer.js";
import { address, get, path } from "../../core/api.js";
import { bytes } from "../../core/format.js";
import { Account } from "../../core/identity.js";
import { to } from "../../core/router.js";
import { may } from "../../core/session.js";
import { html, useState } from "../../core/view.js";
import { Document, Facts } from "../../parts/facts.js";
import { Answered, Empty, Panel, Trouble } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

export function Store({ name }) {
  return html`
    <p class="meaning"><a class="up" href=${to("system", "stores")}>Stores</a> / <strong>${name}</strong></p>
    ${may("IDENTIFY")
      ? html`<${Lookup} store=${name} /><${Scan} store=${name} />`
      : html`<${Empty}>Keys are shown to those with the permission IDENTIFY.<//>`}
  `;
}

function Lookup({ store }) {
  const [key, setKey] = useState("");
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState(null);
  const submit = (event) => {
    event.preventDefault();
    setFound(null);
    setProblem(null);
    get(path("stores", store, "keys", key)).then(setFound, setProblem);
  };
  return html`
    <${Panel} title="Value of a key">
      <form class="search" onSubmit=${submit}>
        <label class="unseen" for="key">Key</label>
        <input id="key" type="search" required placeholder="Key" value=${key} onInput=${(e) => setKey(e.target.value)} />
        <button disabled=${!key.trim()}>Get</button>
      </form>
      ${problem && html`<${Trouble} problem=${problem} />`}
      ${found && html`<${Entry} entry=${found} />`}
    <//>
  `;
}

function Entry({ entry }) {
  const facts = [
    ["partition", entry.partition],
    ["instance", html`<span class="mono">${entry.instance}</span>`],
    ["role", html`<${Pill} of=${entry.role} />`],
    ["as of", entry.role === "ACTIVE" ? "now" : stale(entry)],
  ];
  return html`<${Facts} facts=${facts} /><div class="tall"><${Document} value=${entry.value} /></div>`;
}

const stale = ({ staleness_ms, staleness_records }) =>
  `${staleness_ms == null ? "an unknown time" : `${staleness_ms} ms`} ago, ${staleness_records} records behind`;

const COLUMNS = [
  { name: "Key", of: (row) => html`<${Account} name=${row.key} linked=${false} />` },
  { name: "Size", of: (row) => bytes(row.bytes), numeric: true },
  { name: "Holds", of: (row) => row.summary },
];

function Scan({ store }) {
  const [after, setAfter] = useState("");
  const answer = useAnswer(address(path("stores", store, "keys"), { after, limit: 50 }));
  return html`
    <${Panel} title="Keys" note="partitions of this instance only">
      <${Answered} answer=${answer}>
        ${({ items, next, partitions }) => html`
          <p class="hint">Partitions looked through: ${partitions.join(", ") || "none"}</p>
          <${Table} caption="Keys" columns=${COLUMNS} rows=${items} keyOf=${(row) => row.key} empty="No key lies here." />
          <footer class="pages">
            ${after && html`<button onClick=${() => setAfter("")}>From the beginning</button>`}
            ${next && html`<button onClick=${() => setAfter(next)}>More</button>`}
          </footer>
        `}
      <//>
    <//>
  `;
}
