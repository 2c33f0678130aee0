/** The chosen value beside the present one. */
import { amount, count, percent } from "../../core/format.js";
import { html } from "../../core/view.js";
import { Panel } from "../../parts/panel.js";

export function Comparison({ point, present, recommended, onValue }) {
  const tools = html`
    ${recommended && html`<button onClick=${() => onValue(recommended.value)}>Recommended: ${amount(recommended.value)}</button>`}
    <button onClick=${() => onValue(present.value)}>Back to ${amount(present.value)}</button>
  `;
  return html`
    <${Panel} title="What it changes" note="matches of this policy alone" tools=${tools} wide>
      <div class="scroll">
        <table class="comparison" aria-live="polite">
          <thead><tr><th></th><th class="number">now, ${amount(present.value)}</th><th class="number">chosen, ${amount(point.value)}</th><th class="number">change</th></tr></thead>
          <tbody>
            <${Row} name="decisions that match" before=${present.volume} after=${point.volume} />
            <${Row} name="of them acted on" before=${present.acted} after=${point.acted} />
            <${Row} name="of them for review" before=${present.reviews} after=${point.reviews} />
            <${Row} name="reviewer minutes" before=${present.reviewer_minutes} after=${point.reviewer_minutes} />
            <${ShareRow} name="precision" before=${present.precision} after=${point.precision} />
            <${ShareRow} name="recall" before=${present.recall} after=${point.recall} />
          </tbody>
        </table>
      </div>
      <p class="flips" role="status"><strong>${count(point.flips)} flips</strong>: ${count(point.gained)} would match anew, ${count(point.lost)} no longer.</p>
    <//>
  `;
}

function Row({ name, before, after }) {
  return html`
    <tr><th scope="row">${name}</th><td class="number">${count(before)}</td><td class="number">${count(after)}</td>
      <td class="number">${signed(after - before)}</td></tr>
  `;
}

const signed = (change) => (change === 0 ? "" : `${change > 0 ? "+" : "−"}${count(Math.abs(change))}`);

function ShareRow({ name, before, after }) {
  const change = before?.value != null && after?.value != null ? after.value - before.value : null;
  return html`
    <tr><th scope="row">${name}</th><td class="number"><${Share} share=${before} /></td><td class="number"><${Share} share=${after} /></td>
      <td class="number">${change ? `${change > 0 ? "+" : "−"}${percent(Math.abs(change))}` : ""}</td></tr>
  `;
}

/** A share with the ends of its 95 % interval. */
export function Share({ share }) {
  return share?.value == null
    ? html`<span class="faint">no labels</span>`
    : html`<span title=${`${count(share.hits)} of ${count(share.trials)}`}>${percent(share.value)}</span>
        ${" "}<small class="faint">${percent(share.low)} to ${percent(share.high)}</small>`;
}
