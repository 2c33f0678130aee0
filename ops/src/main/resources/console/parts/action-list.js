/** Actions with what became of them. */
import { amount, moment } from "../core/format.js";
import { to } from "../core/router.js";
import { html } from "../core/view.js";
import { Empty } from "./panel.js";
import { Pill } from "./pill.js";

export function ActionList({ actions }) {
  if (actions.length === 0) {
    return html`<${Empty}>No action was taken.<//>`;
  }
  return html`<ul class="deeds">${actions.map((action) => html`<${Action} key=${action.action_id} action=${action} />`)}</ul>`;
}

function Action({ action }) {
  return html`
    <li>
      <div>
        <${Pill} of=${action.kind} /> ${action.mode !== "LIVE" && html`<${Pill} of=${action.mode} />`}
        <a href=${to("policies", action.policy)}>${action.policy}</a>${action.rule && `/${action.rule}`}
        ${action.policy_version != null && html`<span class="faint"> v${action.policy_version}</span>`}
      </div>
      <div class="faint">
        <span class="mono">${action.action_id}</span>
        ${action.expires_at && ` until ${moment(action.expires_at)}`}
      </div>
      <${Reasons} reasons=${action.reasons ?? []} />
      ${action.reverses && html`<p class="faint">Takes back <a class="mono" href=${to("explain", action.reverses)}>${action.reverses}</a></p>`}
      ${action.reversed_by && html`<p class="reversed">Taken back by <a class="mono" href=${to("explain", action.reversed_by)}>${action.reversed_by}</a></p>`}
    </li>
  `;
}

const inWords = ({ name, value, threshold }) => `${name} = ${amount(value)}${threshold == null ? "" : `, held against ${amount(threshold)}`}`;

function Reasons({ reasons }) {
  return (
    reasons.length > 0 &&
    html`<p class="reasons">${reasons.map((reason) => html`<code key=${reason.name}>${inWords(reason)}</code>`)}</p>`
  );
}
