/** The policies, and one of them. */
import { useAnswer } from "../core/answer.js";
import { path } from "../core/api.js";
import { count, moment, percent, span } from "../core/format.js";
import { to } from "../core/router.js";
import { may } from "../core/session.js";
import { html, useState } from "../core/view.js";
import { Change } from "../parts/change.js";
import { Answered, Heading, Panel } from "../parts/panel.js";
import { Pill } from "../parts/pill.js";
import { Table } from "../parts/table.js";
import { Policy } from "./policy/policy.js";
import { Settings } from "./policy/settings.js";

const EVERY_MS = 5000;

export default function Policies({ parts: [id] }) {
  return id ? html`<${Policy} key=${id} id=${id} />` : html`<${List} />`;
}

function List() {
  const answer = useAnswer("/v1/policies", EVERY_MS);
  const [change, setChange] = useState(null);
  const close = () => {
    setChange(null);
    answer.again();
  };
  return html`
    <${Heading} title="Policies">
      ${may("OPERATE") && html`<button class="danger" onClick=${() => setChange(killing("all", false))}>Kill all …</button>`}
    <//>
    <${Panel}>
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Policies" columns=${columns(setChange)} rows=${items} keyOf=${(row) => row.policy}
          link=${(row) => to("policies", row.policy)}
          empty="No policy is in force. Publish one with ./rampart policies publish." />`}
      <//>
    <//>
    <${Settings} />
    ${change && html`<${Change} change=${change} onClose=${close} />`}
  `;
}

/** The change that stops a policy, or starts it again. */
export function killing(policy, killed) {
  const what = policy === "all" ? "all policies" : policy;
  return killed
    ? {
        title: `Revive ${what}`,
        where: path("policies", policy, "revive"),
        label: "Revive",
        done: `Revived: ${what}.`,
      }
    : {
        title: `Kill ${what}`,
        text: "Every instance stops its actions from the next event on. It goes on deciding as a shadow, so that nothing is lost to the record.",
        where: path("policies", policy, "kill"),
        label: "Kill",
        danger: true,
        done: `Killed: ${what}.`,
      };
}

const columns = (setChange) => [
  { name: "Policy", of: (row) => row.policy },
  { name: "Acts", of: (row) => (row.killed ? html`<${Pill} of="KILLED" />` : row.live ? html`<${Pill} of="LIVE" />` : "–") },
  { name: "Live", of: (row) => version(row.live), numeric: true },
  { name: "Canary", of: (row) => row.canary && `${version(row.canary.version)} for ${percent(row.canary.share)}`, numeric: true },
  { name: "Shadow", of: (row) => version(row.shadow), numeric: true },
  { name: "Waits", of: (row) => version(row.waiting), numeric: true, minor: true },
  { name: "Budget", of: (row) => row.budget && html`<${Budget} ...${row.budget} />`, numeric: true, minor: true },
  { name: "Actions, hour", of: (row) => count(row.actions_last_hour), numeric: true },
  {
    name: "",
    of: (row) =>
      may("OPERATE") &&
      html`<button onClick=${() => setChange(killing(row.policy, row.killed))}>${row.killed ? "Revive …" : "Kill …"}</button>`,
  },
];

function Budget({ limit, window_seconds, spent_until }) {
  return spent_until
    ? html`<${Pill} of="spent" tone="bad" title=${`until ${moment(spent_until)}`} />`
    : `${count(limit)} in ${span(window_seconds)}`;
}

const version = (number) => (number == null ? "" : `v${number}`);
