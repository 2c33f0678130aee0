/** The threshold studio: what a number changes, before it changes anything. */
import { useAnswer } from "../core/answer.js";
import { path } from "../core/api.js";
import { go, to } from "../core/router.js";
import { html } from "../core/view.js";
import { Select } from "../parts/field.js";
import { Answered, Empty, Heading } from "../parts/panel.js";
import { Bench } from "./studio/bench.js";

export default function Studio({ parts: [policy = "", name = ""] }) {
  const policies = useAnswer("/v1/policies");
  const thresholds = useAnswer(policy && path("policies", policy, "thresholds"));
  const names = policies.data?.items.map((item) => item.policy) ?? [];
  const items = thresholds.data?.items ?? [];
  const threshold = items.find((item) => item.name === name);
  return html`
    <${Heading} title="Threshold studio" note="Which past decisions a threshold would flip, what that does to precision and recall, and what it costs the reviewers." />
    <div class="filters">
      <${Select} label="Policy" value=${policy} onChange=${(id) => go(to("studio", id))} options=${chosen("choose a policy", names)} />
      ${policy &&
      html`<${Select} label="Threshold" value=${name} onChange=${(id) => go(to("studio", policy, id))}
        options=${chosen("choose a threshold", items.map((item) => item.name))} />`}
    </div>
    ${threshold
      ? html`<${Bench} key=${`${policy} ${name}`} policy=${policy} threshold=${threshold} />`
      : policy
        ? html`<${Answered} answer=${thresholds}>${({ items: all }) => html`<${Choice} policy=${policy} thresholds=${all} />`}<//>`
        : html`<${Answered} answer=${policies}>${() => html`<${Empty}>Choose the policy that you want to tune.<//>`}<//>`}
  `;
}

const chosen = (invitation, names) => [["", invitation], ...names.map((name) => [name, name])];

function Choice({ policy, thresholds }) {
  if (thresholds.length === 0) {
    return html`<${Empty}>This policy names no threshold.<//>`;
  }
  return html`
    <ul class="choices">
      ${thresholds.map(
        ({ name, value, unit, meaning }) => html`
          <li key=${name}>
            <a data-row href=${to("studio", policy, name)}><strong>${name}</strong> <span class="number">${value} ${unit}</span></a>
            <small>${meaning}</small>
          </li>
        `,
      )}
    </ul>
  `;
}
