/** Rules with the value of each part; those that matched first and open. */
import { amount } from "../core/format.js";
import { html } from "../core/view.js";
import { Empty } from "./panel.js";
import { Pill } from "./pill.js";

export function Rules({ rules }) {
  if (rules.length === 0) {
    return html`<${Empty}>No rule looks at events of this kind.<//>`;
  }
  const matched = rules.filter((rule) => rule.matched);
  const others = rules.filter((rule) => !rule.matched);
  return html`
    ${matched.map((rule) => html`<${Rule} key=${keyOf(rule)} rule=${rule} />`)}
    ${others.length > 0 &&
    html`<details class="others"><summary>${others.length} rules that did not match</summary>
      ${others.map((rule) => html`<${Rule} key=${keyOf(rule)} rule=${rule} />`)}</details>`}
  `;
}

const keyOf = (rule) => `${rule.policy} ${rule.version} ${rule.rule}`;

function Rule({ rule }) {
  return html`
    <details class="rule" open=${rule.matched}>
      <summary>
        <strong>${rule.policy}/${rule.rule}</strong> <span class="faint">v${rule.version}</span>
        ${rule.mode !== "LIVE" && html` <${Pill} of=${rule.mode} />`}
        <${Truth} value=${rule.matched} />
      </summary>
      <pre>${rule.text}</pre>
      <table class="steps">
        <caption class="unseen">Values of the parts of ${rule.rule}</caption>
        <tbody>
          ${rule.steps.filter(isPart(rule)).map(
            (step, at) => html`<tr key=${at}><td><code>${step.expression}</code></td><td class="number"><${Value} value=${step.value} /></td></tr>`,
          )}
        </tbody>
      </table>
    </details>
  `;
}

/** The whole stands above its parts already. */
const isPart = (rule) => (step) => step.expression !== rule.text;

const Truth = ({ value }) => html`<span class=${value ? "truth yes" : "truth no"}>${value ? "matched" : "no match"}</span>`;

function Value({ value }) {
  if (value === true || value === "true") {
    return html`<span class="truth yes">true</span>`;
  }
  if (value === false || value === "false") {
    return html`<span class="truth no">false</span>`;
  }
  return amount(value);
}
