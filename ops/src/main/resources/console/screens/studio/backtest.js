/** What a backtest found. */
import { amount, count, moment, words } from "../../core/format.js";
import { to } from "../../core/router.js";
import { html } from "../../core/view.js";
import { Figures } from "../../parts/figures.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";
import { Share } from "./comparison.js";

export function Backtest({ report }) {
  const { figures } = report;
  const row = [
    { name: "decisions looked at", value: count(figures.events) },
    { name: "flips", value: count(figures.flips), note: `${count(figures.added)} gain, ${count(figures.dropped)} lose, ${count(figures.changed)} change` },
    { name: "accounts acted on", value: between(report.accounts) },
    { name: "reviewer minutes", value: between(report.reviewer_minutes) },
    { name: "precision", value: html`<${Share} share=${figures.after.precision} />` },
    { name: "recall", value: html`<${Share} share=${figures.after.recall} />` },
  ];
  return html`
    <${Figures} figures=${row} />
    <div class="columns story">
      <section><h3>Sample of flips</h3><${Sample} rows=${report.sample} /></section>
      <section>
        <h3>Actions by kind</h3><${Kinds} actions=${report.actions} />
        <h3>Where most flip</h3><${Slices} rows=${report.slices} />
      </section>
    </div>
  `;
}

const between = ({ before, after }) => `${amount(Math.round(before))} → ${amount(Math.round(after))}`;

const SAMPLE = [
  { name: "Event", of: (row) => html`<span class="mono">${row.event_id}</span>` },
  { name: "Flip", of: (row) => html`<${Pill} of=${row.flip} tone=${row.flip === "dropped" ? "quiet" : "accent"} />` },
  { name: "Before", of: (row) => (row.before ? words(row.before) : "nothing"), minor: true },
  { name: "After", of: (row) => (row.after.length ? row.after.map((each) => html`<div key=${each}>${words(each)}</div>`) : "nothing") },
  { name: "Because", of: (row) => html`<small>${row.reasons.join(", ")}</small>`, minor: true },
  { name: "When", of: (row) => moment(row.time), minor: true },
];

function Sample({ rows }) {
  return html`<${Table} caption="Sample of flips" columns=${SAMPLE} rows=${rows} keyOf=${(row) => row.event_id}
    link=${(row) => to("explain", row.event_id)} empty="Nothing flips." />`;
}

const KINDS = [
  { name: "Kind", of: ([kind]) => html`<${Pill} of=${kind} />` },
  { name: "As it was", of: ([, change]) => count(change.before), numeric: true },
  { name: "With the draft", of: ([, change]) => count(change.after), numeric: true },
];

function Kinds({ actions }) {
  return html`<${Table} caption="Actions by kind" columns=${KINDS} rows=${Object.entries(actions)} keyOf=${([kind]) => kind}
    empty="No action, before or after." />`;
}

const SLICES = [
  { name: "Slice", of: (row) => `${words(row.by)} ${row.value || "–"}` },
  { name: "Flips", of: (row) => count(row.figures.flips), numeric: true },
  { name: "Of", of: (row) => count(row.figures.events), numeric: true },
];

function Slices({ rows }) {
  return html`<${Table} caption="Slices" columns=${SLICES} rows=${rows} keyOf=${(row) => `${row.by} ${row.value}`} empty="No slice flips." />`;
}
