/** Shows the text of a message to whoever says why. The audit keeps who, when and the reason. */
import { path, post } from "../core/api.js";
import { may } from "../core/session.js";
import { html, useState } from "../core/view.js";
import { Empty, Trouble } from "./panel.js";

export function Reveal({ eventId }) {
  const [reason, setReason] = useState("");
  const [text, setText] = useState(null);
  const [problem, setProblem] = useState(null);
  if (!may("REVEAL")) {
    return html`<${Empty}>Texts are shown to those with the permission REVEAL.<//>`;
  }
  if (text !== null) {
    return html`
      <blockquote class="revealed">${text}</blockquote>
      <button onClick=${() => setText(null)}>Hide again</button>
    `;
  }
  const submit = (event) => {
    event.preventDefault();
    setProblem(null);
    post(path("decisions", eventId, "reveal"), { reason }).then((answer) => setText(answer.text ?? ""), setProblem);
  };
  return html`
    <form class="reveal" onSubmit=${submit}>
      <label>Reason, for the audit
        <input name="reason" required value=${reason} onInput=${(e) => setReason(e.target.value)} />
      </label>
      <button disabled=${!reason.trim()}>Show the text</button>
    </form>
    ${problem && html`<${Trouble} problem=${problem} />`}
  `;
}
