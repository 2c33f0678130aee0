/** What two versions differ in. */
import { useAnswer } from "../../core/answer.js";
import { address, path } from "../../core/api.js";
import { html, useState } from "../../core/view.js";
import { Answered } from "../../parts/panel.js";
import { Select } from "../../parts/field.js";

export function Diff({ policy, versions }) {
  const numbers = versions.map((version) => version.version).sort((a, b) => b - a);
  const [from, setFrom] = useState(String(numbers[1]));
  const [until, setUntil] = useState(String(numbers[0]));
  const answer = useAnswer(address(path("policies", policy, "diff"), { from, to: until }));
  const options = numbers.map((number) => [String(number), `v${number}`]);
  return html`
    <div class="filters">
      <${Select} label="From" value=${from} onChange=${setFrom} options=${options} />
      <${Select} label="To" value=${until} onChange=${setUntil} options=${options} />
    </div>
    <${Answered} answer=${answer}>${({ lines }) => html`<${Lines} lines=${lines} />`}<//>
  `;
}

const CLASSES = { "+": "added", "-": "taken", " ": "" };

/** Lines of a difference: `{op, text}`. */
export function Lines({ lines }) {
  return html`
    <pre class="diff">${lines.map(
      (line, at) => html`<span key=${at} class=${CLASSES[line.op]}>${line.op} ${line.text}${"\n"}</span>`,
    )}</pre>
  `;
}
