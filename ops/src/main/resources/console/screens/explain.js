/** The story of one decision. */
import { useAnswer } from "../core/answer.js";
import { path } from "../core/api.js";
import { moment, words } from "../core/format.js";
import { Account } from "../core/identity.js";
import { html } from "../core/view.js";
import { ActionList } from "../parts/action-list.js";
import { Document, Facts } from "../parts/facts.js";
import { FeatureTable } from "../parts/feature-table.js";
import { Answered, Heading, Panel } from "../parts/panel.js";
import { Pill } from "../parts/pill.js";
import { Reveal } from "../parts/reveal.js";
import { Rules } from "../parts/rules.js";
import { Scores } from "../parts/scores.js";
import { Search } from "../parts/search.js";

export default function Explain({ parts: [eventId] }) {
  return eventId
    ? html`<${Story} key=${eventId} eventId=${eventId} />`
    : html`
        <${Heading} title="Explain" note="Why a decision was made as it was. Enter the id of an event, an action or an account." />
        <${Search} />
      `;
}

function Story({ eventId }) {
  const answer = useAnswer(path("decisions", eventId));
  return html`<${Answered} answer=${answer}>${(decision) => html`<${Decided} decision=${decision} />`}<//>`;
}

function Decided({ decision }) {
  const used = namesUsed(decision.rules);
  return html`
    <${Heading} title=${summary(decision)} note=${html`<span class="mono">${decision.event_id}</span>, decided ${moment(decision.decided_at)}`}>
      <${Account} name=${decision.author_id} />
    <//>
    ${decision.notes.length > 0 && html`<ul class="concerns">${decision.notes.map((note) => html`<li key=${note}>${note}</li>`)}</ul>`}
    <div class="columns story">
      <div>
        <${Panel} title="Actions"><${ActionList} actions=${decision.actions} /><//>
        <${Panel} title="Rules" note="every sub-expression with its value"><${Rules} rules=${decision.rules} /><//>
        <${Panel} title="Features" note="as they were when it was decided"><${FeatureTable} features=${decision.features} used=${used} /><//>
      </div>
      <div>
        <${Panel} title="Event"><${EventFacts} decision=${decision} /><//>
        ${decision.kind === "message" && html`<${Panel} title="Text"><${Reveal} eventId=${decision.event_id} /><//>`}
        <${Panel} title="Scores"><${Scores} models=${decision.scores} /><//>
        <${Panel} title="Ledger of the account"><${Ledger} ledger=${decision.ledger} /><//>
      </div>
    </div>
  `;
}

/** What was done and by which rule, in a sentence. */
function summary({ actions, rules }) {
  const enforced = actions.filter((action) => action.mode !== "SHADOW");
  if (enforced.length === 0) {
    return rules.some((rule) => rule.matched) ? "Rules matched, nothing was enforced" : "Nothing was done";
  }
  const kinds = [...new Set(enforced.map((action) => words(action.kind)))].join(", ");
  return `${kinds[0].toUpperCase()}${kinds.slice(1)}, by ${enforced[0].policy}/${enforced[0].rule}`;
}

/** Names of features that a matched rule looked at. */
function namesUsed(rules) {
  const text = rules.filter((rule) => rule.matched).map((rule) => rule.text).join(" ");
  return new Set([...text.matchAll(/features\.(\w+)/g)].map(([, name]) => name));
}

const ACCOUNTS = ["recipient_id", "target_id", "mentions"];

const isGiven = (value) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0);

function Fact({ name, value }) {
  return ACCOUNTS.includes(name)
    ? [value].flat().map((account) => html`<${Account} key=${account} name=${account} /> `)
    : html`<${Document} value=${value} />`;
}

function EventFacts({ decision }) {
  const { source, facts } = decision;
  const rows = [
    ["kind", html`<${Pill} of=${decision.kind} />`],
    ["account", html`<${Account} name=${decision.author_id} />`],
    ["event time", moment(decision.event_time)],
    ...Object.entries(facts ?? {})
      .filter(([name, value]) => name !== "kind" && isGiven(value))
      .map(([name, value]) => [words(name), html`<${Fact} name=${name} value=${value} />`]),
    ["source", html`<span class="mono">${source.topic}-${source.partition} @ ${source.offset}</span>`],
  ];
  return html`<${Facts} facts=${rows} />`;
}

const SOURCES = {
  decision: "told by the decision",
  ledger: "worked out from the ledger of now: what was taken back or has expired since is missing",
  unknown: "cannot be told",
};

function Ledger({ ledger: { before, after, from } }) {
  return html`
    <div class="before-after">
      <section><h3>before</h3>${before ? html`<${Document} value=${before} />` : "–"}</section>
      <section><h3>after</h3>${after ? html`<${Document} value=${after} />` : "–"}</section>
    </div>
    <p class="hint">${SOURCES[from]}</p>
  `;
}
