/** Labelled inputs. */
import { html } from "../core/view.js";

export function Field({ label, value, onChange, ...others }) {
  return html`
    <label class="field">${label}
      <input value=${value ?? ""} onChange=${(event) => onChange(event.target.value)} ...${others} />
    </label>
  `;
}

/** @param options pairs of a value and its words */
export function Select({ label, value, onChange, options }) {
  return html`
    <label class="field">${label}
      <select value=${value ?? ""} onChange=${(event) => onChange(event.target.value)}>
        ${options.map(([id, text]) => html`<option key=${id} value=${id}>${text}</option>`)}
      </select>
    </label>
  `;
}
