/** How the instance is, with the switch that stops its work. */
import { useAnswer } from "../../core/answer.js";
import { count, moment } from "../../core/format.js";
import { may } from "../../core/session.js";
import { html, useState } from "../../core/view.js";
import { Change } from "../../parts/change.js";
import { Figures } from "../../parts/figures.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Pill } from "../../parts/pill.js";

const EVERY_MS = 2000;
const PAUSE = {
  title: "Pause this instance",
  text: "It stops taking events at the next commit. What comes in waits in the topics; nothing is lost.",
  where: "/v1/pause",
  label: "Pause",
  danger: true,
  done: "The instance pauses.",
};
const RESUME = { title: "Resume this instance", where: "/v1/resume", label: "Resume", done: "The instance goes on." };

export function Health() {
  const answer = useAnswer("/v1/overview", EVERY_MS);
  const [change, setChange] = useState(null);
  const paused = answer.data?.state === "PAUSED";
  const close = () => {
    setChange(null);
    answer.again();
  };
  const tools = may("OPERATE") && html`<button onClick=${() => setChange(paused ? RESUME : PAUSE)}>${paused ? "Resume …" : "Pause …"}</button>`;
  return html`
    <${Panel} title="This instance" tools=${tools}>
      <${Answered} answer=${answer}>${(now) => html`<${Standing} now=${now} />`}<//>
    <//>
    ${change && html`<${Change} change=${change} onClose=${close} />`}
  `;
}

function Standing({ now }) {
  const figures = [
    { name: "state", value: html`<${Pill} of=${now.state} />`, note: `since ${moment(now.since)}` },
    { name: "instance", value: html`<span class="mono">${now.instance}</span>`, note: now.version },
    { name: "events a second", value: count(now.events_per_second) },
    { name: "records behind", value: count(now.lag_total) },
  ];
  return html`
    <${Figures} figures=${figures} />
    ${now.concerns.length > 0
      ? html`<ul class="concerns">${now.concerns.map((concern) => html`<li key=${concern}>${concern}</li>`)}</ul>`
      : html`<p class="verdict good">Nothing gives concern.</p>`}
  `;
}
