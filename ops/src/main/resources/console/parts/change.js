/**
 * Asks why, shows what would happen, and only then changes something. The service decides; what
 * it says to a dry run is shown as it is.
 */
import { call } from "../core/api.js";
import { notices } from "../core/notices.js";
import { html, useState } from "../core/view.js";
import { Dialog } from "./dialog.js";
import { Document } from "./facts.js";
import { Trouble } from "./panel.js";

/**
 * @param change `{title, text, method?, where, body, label, danger?, dryRun?, done}`; `dryRun:
 *     false` for calls that know no dry run, `done` what to say then, or what says it of the answer
 * @param onClose called with true when something was changed
 */
export function Change({ change, onClose, children }) {
  const [reason, setReason] = useState("");
  const [would, setWould] = useState(null);
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const knowsDryRun = change.dryRun !== false;
  const ask = async (dry) => {
    setBusy(true);
    setProblem(null);
    const body = { ...change.body, reason, ...(knowsDryRun && { dry_run: dry }) };
    await call(change.method ?? "POST", change.where, body)
      .then((answer) => (dry ? setWould(answer) : finish(answer)))
      .catch(setProblem);
    setBusy(false);
  };
  const finish = (answer) => {
    notices.tell(typeof change.done === "function" ? change.done(answer) : change.done);
    onClose(answer ?? true);
  };
  const submit = (event) => {
    event.preventDefault();
    ask(knowsDryRun && !would);
  };
  const rewrite = (event) => {
    setReason(event.target.value);
    setWould(null);
  };
  return html`
    <${Dialog} title=${change.title} onClose=${() => onClose(false)}>
      <form class="change" onSubmit=${submit}>
        ${change.text && html`<p>${change.text}</p>`}
        ${children}
        <label>Reason, for the audit
          <textarea name="reason" rows="2" required value=${reason} onInput=${rewrite}></textarea>
        </label>
        ${would && html`<section class="would"><h3>This would happen</h3><${Document} value=${would} /></section>`}
        ${problem && html`<${Trouble} problem=${problem} />`}
        <footer>
          <button type="submit" class=${would || !knowsDryRun ? (change.danger ? "danger" : "primary") : "primary"}
            disabled=${busy || !reason.trim()}>
            ${would || !knowsDryRun ? change.label : "See what would happen"}
          </button>
        </footer>
      </form>
    <//>
  `;
}
