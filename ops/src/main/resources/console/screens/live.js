/** Decisions as they are made. */
import { useAnswer } from "../core/answer.js";
import { useFeed } from "../core/feed.js";
import { count, score, time, words } from "../core/format.js";
import { Account } from "../core/identity.js";
import { keepInQuery, to } from "../core/router.js";
import { html, useState } from "../core/view.js";
import { Deeds, rulesOf, topScore } from "../parts/deeds.js";
import { Field, Select } from "../parts/field.js";
import { LongList } from "../parts/long-list.js";
import { Empty, Heading, Loading, Trouble } from "../parts/panel.js";

const KINDS = "LABEL REVIEW WARN RATE_LIMIT HIDE REMOVE SHADOW_MUTE MUTE TIME_OUT QUARANTINE SUSPEND BAN".split(" ");
const MODES = ["LIVE", "CANARY", "SHADOW"];

const COLUMNS = [
  { name: "Decided", of: (row) => time(row.decided_at) },
  { name: "Account", of: (row) => html`<${Account} name=${row.author_id} linked=${false} />` },
  { name: "Event", of: (row) => words(row.kind), minor: true },
  { name: "Actions", of: (row) => html`<${Deeds} actions=${row.actions} />` },
  { name: "Rules", of: rulesOf, minor: true },
  { name: "Top score", of: (row) => html`<${Top} of=${topScore(row)} />`, numeric: true, minor: true },
];

export default function Live({ query }) {
  const [filter, setFilter] = useState(() => ({ acted: "true", ...Object.fromEntries(query) }));
  const [paused, setPaused] = useState(false);
  const policies = useAnswer("/v1/policies");
  const { rows, ready, problem, older } = useFeed(asked(filter), paused);
  const choose = (name) => (value) => {
    const next = { ...filter, [name]: value };
    setFilter(next);
    keepInQuery(next);
  };
  const names = policies.data?.items.map((item) => item.policy) ?? [];
  return html`
    <${Heading} title="Live" note=${`${count(rows.length)} decisions loaded${paused ? ", paused" : ""}`}>
      <button aria-pressed=${paused} onClick=${() => setPaused(!paused)}>${paused ? "Go on" : "Hold"}</button>
    <//>
    <div class="filters">
      <${Select} label="Show" value=${filter.acted} onChange=${choose("acted")}
        options=${[["true", "acted on only"], ["false", "all decisions"]]} />
      <${Select} label="Policy" value=${filter.policy} onChange=${choose("policy")} options=${any(names)} />
      <${Select} label="Action" value=${filter.kind} onChange=${choose("kind")} options=${any(KINDS)} />
      <${Select} label="Mode" value=${filter.mode} onChange=${choose("mode")} options=${any(MODES)} />
      <${Field} label="Account" type="search" value=${filter.subject} onChange=${choose("subject")} />
    </div>
    ${problem && html`<${Trouble} problem=${problem} />`}
    ${rows.length > 0
      ? html`<${LongList} label="Decisions" columns=${COLUMNS} columnsClass="decisions" rows=${rows}
          keyOf=${(row) => row.event_id} link=${(row) => to("explain", row.event_id)} onEnd=${older} />`
      : ready
        ? html`<${Empty}>No decision matches. Loosen the filters, or wait: new ones appear by themselves.<//>`
        : !problem && html`<${Loading} />`}
  `;
}

const any = (values) => [["", "any"], ...values.map((value) => [value, words(value)])];

/** What a shadow matched was never acted on: asking for both would find nothing. */
const asked = ({ acted, ...others }) => ({ ...others, acted: acted === "true" && others.mode !== "SHADOW" ? "true" : "" });

function Top({ of }) {
  return of && html`<span class="faint">${of.name}</span> ${score(of.value)}`;
}
