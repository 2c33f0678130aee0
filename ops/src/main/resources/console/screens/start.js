/** Where a day begins: find a story, see how things stand. */
import { useAnswer } from "../core/answer.js";
import { ago, count, time, words } from "../core/format.js";
import { Account } from "../core/identity.js";
import { to } from "../core/router.js";
import { html } from "../core/view.js";
import { Deeds, rulesOf } from "../parts/deeds.js";
import { Figures } from "../parts/figures.js";
import { Answered, Empty, Heading, Panel } from "../parts/panel.js";
import { Pill } from "../parts/pill.js";
import { Search } from "../parts/search.js";
import { Table } from "../parts/table.js";

const EVERY_MS = 3000;
const MOST = 14;

export default function Start() {
  const overview = useAnswer("/v1/overview", EVERY_MS);
  const recent = useAnswer("/v1/decisions?acted=true&limit=12", EVERY_MS);
  return html`
    <${Heading} title="Why was this done?" note="Enter the id of an account, an event or an action." />
    <${Search} />
    <${Answered} answer=${overview}>${(now) => html`<${Standing} now=${now} />`}<//>
    <div class="columns">
      <${Panel} title="Newest actions" tools=${html`<a href=${to("live")}>All of them</a>`}>
        <${Answered} answer=${recent}>${(list) => html`<${Recent} rows=${list.items} />`}<//>
      <//>
      <${Panel} title="Most actions" note="by policy, kind and mode" tools=${html`<a href=${to("policies")}>All policies</a>`}>
        <${Answered} answer=${overview}>${(now) => html`<${ByPolicy} rows=${now.actions} />`}<//>
      <//>
    </div>
  `;
}

function Standing({ now }) {
  const figures = [
    { name: "state", value: html`<${Pill} of=${now.state} />`, note: `since ${ago(now.since)}`.replace(" ago", "") },
    { name: "events a second", value: count(now.events_per_second) },
    { name: "decisions, last minute", value: count(now.decisions.last_minute), note: `${count(now.decisions.last_hour)} last hour` },
    { name: "records behind", value: count(now.lag_total), link: to("system") },
    { name: "dead letters", value: count(now.dead_letters), link: to("dead-letters") },
  ];
  return html`
    <${Figures} figures=${figures} />
    ${now.concerns.length > 0 &&
    html`<ul class="concerns" role="alert">${now.concerns.map((concern) => html`<li key=${concern}>${concern}</li>`)}</ul>`}
  `;
}

const RECENT = [
  { name: "When", of: (row) => time(row.decided_at) },
  { name: "Account", of: (row) => html`<${Account} name=${row.author_id} />` },
  { name: "Actions", of: (row) => html`<${Deeds} actions=${row.actions} />` },
  { name: "Rule", of: rulesOf, minor: true },
];

function Recent({ rows }) {
  return html`
    <${Table} caption="Newest actions" columns=${RECENT} rows=${rows} keyOf=${(row) => row.event_id}
      link=${(row) => to("explain", row.event_id)}
      empty="Nothing was acted on yet. Send events to the input topics, or see Live with “acted on only” switched off." />
  `;
}

const BY_POLICY = [
  { name: "Policy", of: (row) => row.policy },
  { name: "Kind", of: (row) => html`<${Pill} of=${row.kind} />` },
  { name: "Mode", of: (row) => words(row.mode) },
  { name: "Minute", of: (row) => count(row.last_minute), numeric: true },
  { name: "Hour", of: (row) => count(row.last_hour), numeric: true },
];

function ByPolicy({ rows }) {
  if (rows.length === 0) {
    return html`<${Empty}>No policy acted in the last hour.<//>`;
  }
  const most = [...rows].sort((a, b) => b.last_hour - a.last_hour).slice(0, MOST);
  return html`
    <${Table} caption="Actions by policy" columns=${BY_POLICY} rows=${most}
      keyOf=${(row) => `${row.policy} ${row.kind} ${row.mode}`} link=${(row) => to("policies", row.policy)} />
  `;
}
