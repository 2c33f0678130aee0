/** What could not be processed, and its way back. */
import { useAnswer } from "../core/answer.js";
import { address, path, get } from "../core/api.js";
import { bytes, count, moment, words } from "../core/format.js";
import { keepInQuery } from "../core/router.js";
import { may } from "../core/session.js";
import { html, useState } from "../core/view.js";
import { Change } from "../parts/change.js";
import { Dialog } from "../parts/dialog.js";
import { Document } from "../parts/facts.js";
import { Answered, Heading, Panel, Trouble } from "../parts/panel.js";
import { Pill } from "../parts/pill.js";
import { Table } from "../parts/table.js";

const EVERY_MS = 5000;

export default function DeadLetters({ query }) {
  const [cause, setCause] = useState(query.get("cause") ?? "");
  const [change, setChange] = useState(null);
  const [opened, setOpened] = useState(null);
  const groups = useAnswer("/v1/dead-letters/groups", EVERY_MS);
  const list = useAnswer(address("/v1/dead-letters", { cause, limit: 200 }), EVERY_MS);
  const choose = (next) => {
    setCause(next);
    keepInQuery({ cause: next });
  };
  const close = () => {
    setChange(null);
    groups.again();
    list.again();
  };
  const redrive = (what, body) =>
    setChange({
      title: `Redrive ${what}`,
      text: "Sends the original bytes to the topic that they came from, each letter once. Nothing is edited. What fails again comes back here.",
      where: "/v1/dead-letters/redrive",
      body,
      label: "Redrive",
      done: ({ redriven, came_back }) => `Sent again: ${count(redriven)}. Came back as dead letters so far: ${count(came_back)}.`,
    });
  return html`
    <${Heading} title="Dead letters" note="Events that could not be processed, with their original bytes." />
    <${Panel} title="By cause">
      <${Answered} answer=${groups}>
        ${({ items }) => html`<${Table} caption="Causes" columns=${groupColumns(choose, redrive)} rows=${items}
          keyOf=${(row) => `${row.stage} ${row.cause}`} empty="No dead letter. Every event could be processed." />`}
      <//>
    <//>
    <${Panel} title=${cause ? `Newest of ${words(cause)}` : "Newest"}
      tools=${cause && html`<button onClick=${() => choose("")}>All causes</button>`}>
      <${Answered} answer=${list}>
        ${({ items }) => html`<${Table} caption="Dead letters" columns=${letterColumns(setOpened, redrive)} rows=${items}
          keyOf=${keyOf} empty="None here." />`}
      <//>
    <//>
    ${change && html`<${Change} change=${change} onClose=${close} />`}
    ${opened && html`<${Letter} letter=${opened} onClose=${() => setOpened(null)} />`}
  `;
}

const keyOf = (row) => `${row.partition}/${row.offset}`;

const groupColumns = (choose, redrive) => [
  { name: "Cause", of: (row) => html`<button class="link" data-row onClick=${() => choose(row.cause)}>${words(row.cause)}</button>` },
  { name: "Stage", of: (row) => row.stage },
  { name: "Letters", of: (row) => count(row.count), numeric: true },
  { name: "Sent again", of: (row) => count(row.redriven), numeric: true, minor: true },
  { name: "Came back", of: (row) => count(row.came_back), numeric: true, minor: true },
  { name: "Newest", of: (row) => moment(row.newest), minor: true },
  {
    name: "Way back",
    of: (row) =>
      row.count > row.redriven &&
      html`<button onClick=${() => redrive(`${count(row.count - row.redriven)} of ${words(row.cause)}`, { cause: row.cause })}>Redrive …</button>`,
  },
];

const letterColumns = (open, redrive) => [
  { name: "At", of: (row) => moment(row.at) },
  { name: "Cause", of: (row) => words(row.cause) },
  { name: "Detail", of: (row) => row.detail, minor: true },
  { name: "Came from", of: (row) => html`<span class="mono">${row.topic}-${row.source_partition} @ ${row.source_offset}</span>`, minor: true },
  { name: "Size", of: (row) => bytes(row.size), numeric: true },
  {
    name: "",
    of: (row) => html`
      ${may("REVEAL") && html`<button onClick=${() => open(row)}>Show</button>`}
      ${row.redriven
        ? html`<${Pill} of="sent again" tone="quiet" />`
        : html`<button onClick=${() => redrive("one letter", { partition: row.partition, offset: row.offset })}>Redrive …</button>`}
    `,
  },
];

/** The content, for whoever says why. */
function Letter({ letter, onClose }) {
  const [reason, setReason] = useState("");
  const [answer, setAnswer] = useState(null);
  const [problem, setProblem] = useState(null);
  const ask = (event) => {
    event.preventDefault();
    setProblem(null);
    const where = path("dead-letters", String(letter.partition), String(letter.offset));
    get(address(where, { reason })).then(setAnswer, setProblem);
  };
  return html`
    <${Dialog} title="Dead letter" onClose=${onClose}>
      <p>${letter.detail}</p>
      ${answer
        ? html`<div class="tall"><${Document} value=${answer} /></div>`
        : html`
            <form class="reveal" onSubmit=${ask}>
              <label>Reason, for the audit
                <input name="reason" required value=${reason} onInput=${(e) => setReason(e.target.value)} />
              </label>
              <button disabled=${!reason.trim()}>Show the content</button>
            </form>
          `}
      ${problem && html`<${Trouble} problem=${problem} />`}
    <//>
  `;
}
