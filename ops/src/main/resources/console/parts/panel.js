/** Parts of a screen: its heading, its panels, and what stands there when there is nothing. */
import { html } from "../core/view.js";

export function Heading({ title, note, children }) {
  return html`
    <header class="heading">
      <div><h1>${title}</h1>${note && html`<p>${note}</p>`}</div>
      <div class="tools">${children}</div>
    </header>
  `;
}

export function Panel({ title, note, tools, wide, children }) {
  return html`
    <section class=${wide ? "panel wide" : "panel"}>
      ${(title || tools) &&
      html`<header><h2>${title}</h2>${note && html`<small>${note}</small>`}<div class="tools">${tools}</div></header>`}
      ${children}
    </section>
  `;
}

export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;

export const Loading = () => html`<p class="empty loading" role="status">Loading …</p>`;

/** What went wrong, as the service says it. */
export function Trouble({ problem }) {
  return html`
    <div class="trouble" role="alert">
      <strong>${problem.title ?? "The page failed"}</strong>
      <p>${problem.message}</p>
      ${problem.problems?.length > 0 &&
      html`<ul>${problem.problems.map((each) => html`<li key=${each}>${each}</li>`)}</ul>`}
    </div>
  `;
}

/** What an answer holds, once it is there; what is wrong, where it cannot be had. */
export function Answered({ answer, children }) {
  if (answer.data) {
    return html`${answer.problem && html`<${Trouble} problem=${answer.problem} />`}${children(answer.data)}`;
  }
  return answer.problem ? html`<${Trouble} problem=${answer.problem} />` : html`<${Loading} />`;
}
