/** Names and values. */
import { amount, moment, words } from "../core/format.js";
import { html } from "../core/view.js";

/** @param facts pairs of a name and what stands there */
export function Facts({ facts }) {
  return html`
    <dl class="facts">
      ${facts.map(([name, value]) => html`<div key=${name}><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
  `;
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What a document of any shape says, for answers that a screen has no drawing for. */
export function Document({ value }) {
  if (Array.isArray(value)) {
    return value.length === 0
      ? "none"
      : html`<ul class="document">${value.map((each, at) => html`<li key=${at}><${Document} value=${each} /></li>`)}</ul>`;
  }
  if (value !== null && typeof value === "object") {
    const facts = Object.entries(value).map(([name, each]) => [words(name), html`<${Document} value=${each} />`]);
    return html`<${Facts} facts=${facts} />`;
  }
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  return TIME.test(value) ? html`<time datetime=${value} title=${value}>${moment(value)}</time>` : amount(value);
}
