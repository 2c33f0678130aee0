/** Everything about one account. */
import { useAnswer } from "../core/answer.js";
import { path } from "../core/api.js";
import { amount, duration, moment, time, words } from "../core/format.js";
import { Account } from "../core/identity.js";
import { to } from "../core/router.js";
import { may } from "../core/session.js";
import { html, useState } from "../core/view.js";
import { Change } from "../parts/change.js";
import { Deeds, rulesOf } from "../parts/deeds.js";
import { FeatureTable } from "../parts/feature-table.js";
import { Field } from "../parts/field.js";
import { Answered, Heading, Panel } from "../parts/panel.js";
import { Pill } from "../parts/pill.js";
import { Search } from "../parts/search.js";
import { Table } from "../parts/table.js";

export default function Subject({ parts: [id] }) {
  return id
    ? html`<${Known} key=${id} id=${id} />`
    : html`
        <${Heading} title="Subject" note="Everything about an account: enter its id." />
        <${Search} />
      `;
}

function Known({ id }) {
  const answer = useAnswer(path("subjects", id));
  const [snoozing, setSnoozing] = useState(false);
  return html`
    <${Heading} title=${html`Account <${Account} name=${id} linked=${false} />`}>
      ${may("DRAFT") && html`<button onClick=${() => setSnoozing(true)}>Snooze …</button>`}
    <//>
    <${Answered} answer=${answer}>${(story) => html`<${Story} story=${story} />`}<//>
    ${snoozing &&
    html`<${Snooze} subject=${id} onClose=${(done) => {
      setSnoozing(false);
      done && answer.again();
    }} />`}
  `;
}

const STRIKES = [
  { name: "Given", of: (row) => moment(row.given_at) },
  { name: "Rule", of: (row) => `${row.policy}/${row.rule}` },
  { name: "Weight", of: (row) => amount(row.weight), numeric: true },
  { name: "Counts until", of: (row) => (row.active ? moment(row.expires_at) : html`<span class="faint">no longer</span>`) },
];
const LADDER = [
  { name: "Policy", of: (row) => row.policy },
  { name: "Reached", of: (row) => rung(row.reached) },
  { name: "Next", of: (row) => rung(row.next) },
];
const ACTIONS = [
  { name: "When", of: (row) => moment(row.issued_at) },
  { name: "Kind", of: (row) => html`<${Pill} of=${row.kind} />` },
  { name: "Rule", of: (row) => `${row.policy}/${row.rule}` },
  { name: "On", of: (row) => words(row.subject_type), minor: true },
];
const DECISIONS = [
  { name: "When", of: (row) => time(row.decided_at) },
  { name: "Actions", of: (row) => html`<${Deeds} actions=${row.actions} />` },
  { name: "Rules", of: rulesOf },
];
const COOLDOWNS = [
  { name: "Rule", of: (row) => `${row.policy}/${row.rule}` },
  { name: "Until", of: (row) => (row.active ? moment(row.ends_at) : html`<span class="faint">over</span>`) },
];
const SNOOZES = [
  { name: "Policy", of: (row) => row.policy },
  { name: "Until", of: (row) => (row.expires_at ? moment(row.expires_at) : "taken back") },
  { name: "Reason", of: (row) => `${row.reason} (${row.set_by})` },
];

const rung = (step) =>
  step && html`<${Pill} of=${step.kind} /> from ${amount(step.strikes)} ${step.duration && `for ${duration(step.duration)}`}`;

function Story({ story }) {
  return html`
    <div class="columns story">
      <div>
        <${Panel} title="Recent decisions">
          <${Table} caption="Recent decisions" columns=${DECISIONS} rows=${story.decisions} keyOf=${(row) => row.event_id}
            link=${(row) => to("explain", row.event_id)} empty="None of the newest decisions is about this account." />
        <//>
        <${Panel} title="Actions" note="that can be taken back">
          <${Table} caption="Actions" columns=${ACTIONS} rows=${story.actions} keyOf=${(row) => row.action_id}
            link=${(row) => to("explain", row.event_id)} empty="No action stands that could be taken back." />
        <//>
        <${Panel} title="Features"><${FeatureTable} features=${story.features} /><//>
      </div>
      <div>
        <${Panel} title="Strikes" note=${`${amount(story.active_strikes)} active`}>
          <${Table} caption="Strikes" columns=${STRIKES} rows=${story.strikes} keyOf=${(row) => `${row.event_id} ${row.rule}`}
            empty="No rule gave this account a strike." />
        <//>
        <${Panel} title="Ladder">
          <${Table} caption="Ladder" columns=${LADDER} rows=${story.ladder} keyOf=${(row) => row.policy}
            empty="The account stands on no policy's ladder." />
        <//>
        <${Panel} title="Cool-downs">
          <${Table} caption="Cool-downs" columns=${COOLDOWNS} rows=${story.cooldowns} keyOf=${(row) => `${row.event_id} ${row.rule}`}
            empty="No rule spares this account at present." />
        <//>
        <${Panel} title="Snoozes">
          <${Table} caption="Snoozes" columns=${SNOOZES} rows=${story.snoozes} keyOf=${(row) => row.policy}
            empty="No policy is snoozed for this account. A snooze keeps a policy from acting on it for a while." />
        <//>
      </div>
    </div>
  `;
}

function Snooze({ subject, onClose }) {
  const policies = useAnswer("/v1/policies");
  const [policy, setPolicy] = useState("");
  const [hours, setHours] = useState("24");
  const names = policies.data?.items.map((item) => item.policy) ?? [];
  const change = {
    title: "Snooze a policy for this account",
    where: "/v1/snoozes",
    body: { subject: `user:${subject}`, policy: policy || names[0], seconds: Math.round(Number(hours) * 3600) },
    label: "Snooze",
    done: "The policy is snoozed for this account.",
  };
  return html`
    <${Change} change=${change} onClose=${onClose}>
      <label class="field">Policy
        <select value=${policy} onChange=${(e) => setPolicy(e.target.value)}>
          ${names.map((name) => html`<option key=${name}>${name}</option>`)}
        </select>
      </label>
      <${Field} label="Hours" type="number" min="0.1" step="0.1" value=${hours} onChange=${setHours} />
    <//>
  `;
}
