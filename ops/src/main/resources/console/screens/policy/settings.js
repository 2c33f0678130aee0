/** What the installation asks of all policies together. */
import { useAnswer } from "../../core/answer.js";
import { count, span } from "../../core/format.js";
import { may } from "../../core/session.js";
import { html, useState } from "../../core/view.js";
import { Change } from "../../parts/change.js";
import { Facts } from "../../parts/facts.js";
import { Field, Select } from "../../parts/field.js";
import { Answered, Panel } from "../../parts/panel.js";

export function Settings() {
  const answer = useAnswer("/v1/settings");
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    answer.again();
  };
  const tools = may("OPERATE") && answer.data && html`<button onClick=${() => setOpen(true)}>Change …</button>`;
  return html`
    <${Panel} title="All policies together" tools=${tools}>
      <${Answered} answer=${answer}>${(settings) => html`<${Facts} facts=${facts(settings)} />`}<//>
    <//>
    ${open && html`<${Changing} settings=${answer.data} onClose=${close} />`}
  `;
}

const facts = ({ four_eyes, budget, window_seconds }) => [
  ["canary and live", four_eyes ? "wait for a second person" : "need no second person"],
  ["budget", budget === 0 ? "no limit" : `${count(budget)} actions in ${span(window_seconds)}`],
];

function Changing({ settings, onClose }) {
  const [fourEyes, setFourEyes] = useState(String(settings.four_eyes));
  const [budget, setBudget] = useState(settings.budget);
  const [seconds, setSeconds] = useState(settings.window_seconds);
  const change = {
    title: "Change what is asked of all policies",
    method: "PUT",
    where: "/v1/settings",
    body: { four_eyes: fourEyes === "true", budget: Number(budget), window_seconds: Number(seconds) },
    label: "Change",
    danger: true,
    done: "Changed for all policies.",
  };
  return html`
    <${Change} change=${change} onClose=${onClose}>
      <${Select} label="Canary and live" value=${fourEyes} onChange=${setFourEyes}
        options=${[["true", "wait for a second person"], ["false", "need no second person"]]} />
      <${Field} label="Budget of actions, 0 for no limit" type="number" min="0" value=${budget} onChange=${setBudget} />
      <${Field} label="Window, in seconds" type="number" min="10" max="86400" value=${seconds} onChange=${setSeconds} />
    <//>
  `;
}
