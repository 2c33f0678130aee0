/** How much the instance writes to its log. */
import { useAnswer } from "../../core/answer.js";
import { may } from "../../core/session.js";
import { html, useState } from "../../core/view.js";
import { Change } from "../../parts/change.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Field, Select } from "../../parts/field.js";
import { Table } from "../../parts/table.js";

const LEVELS = ["INHERIT", "OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"].map((level) => [level, level.toLowerCase()]);
const COLUMNS = [
  { name: "Logger", of: (row) => html`<span class="mono">${row.logger}</span>` },
  { name: "Level", of: (row) => row.level.toLowerCase() },
];

export function LogLevels() {
  const answer = useAnswer("/v1/log-levels");
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    answer.again();
  };
  const tools = may("OPERATE") && html`<button onClick=${() => setOpen(true)}>Set a level …</button>`;
  return html`
    <${Panel} title="Log levels" note="until the next start" tools=${tools}>
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Log levels" columns=${COLUMNS} rows=${items} keyOf=${(row) => row.logger} empty="All loggers follow the root." />`}
      <//>
    <//>
    ${open && html`<${Setting} onClose=${close} />`}
  `;
}

function Setting({ onClose }) {
  const [logger, setLogger] = useState("dev.rampart");
  const [level, setLevel] = useState("INFO");
  const change = {
    title: "Set a log level",
    method: "PUT",
    where: "/v1/log-levels",
    body: { logger, level },
    dryRun: false,
    label: "Set it",
    done: `${logger} logs from ${level.toLowerCase()} on.`,
  };
  return html`
    <${Change} change=${change} onClose=${onClose}>
      <${Field} label="Logger" value=${logger} onChange=${setLogger} />
      <${Select} label="Level" value=${level} onChange=${setLevel} options=${LEVELS} />
    <//>
  `;
}
