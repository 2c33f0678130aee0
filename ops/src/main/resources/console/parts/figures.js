/** A row of key figures. */
import { html } from "../core/view.js";

/** @param figures `{name, value, note?, link?}` */
export function Figures({ figures }) {
  return html`<dl class="figures">${figures.map((figure) => html`<${Figure} key=${figure.name} ...${figure} />`)}</dl>`;
}

function Figure({ name, value, note, link }) {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>${link ? html`<a href=${link}>${value}</a>` : value}</dd>
      ${note && html`<dd class="note">${note}</dd>`}
    </div>
  `;
}
