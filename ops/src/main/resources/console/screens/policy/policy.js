/** One policy: its versions, what differs, what happened, what can be done. */
import { useAnswer } from "../../core/answer.js";
import { path } from "../../core/api.js";
import { to } from "../../core/router.js";
import { may } from "../../core/session.js";
import { html, useState } from "../../core/view.js";
import { Change } from "../../parts/change.js";
import { Answered, Heading, Panel } from "../../parts/panel.js";
import { killing } from "../policies.js";
import { Counts } from "./counts.js";
import { Diff } from "./diff.js";
import { History } from "./history.js";
import { Versions } from "./versions.js";

const EVERY_MS = 5000;

export function Policy({ id }) {
  const answer = useAnswer(path("policies", id), EVERY_MS);
  const list = useAnswer("/v1/policies", EVERY_MS);
  const [change, setChange] = useState(null);
  const standing = list.data?.items.find((item) => item.policy === id);
  const close = () => {
    setChange(null);
    answer.again();
    list.again();
  };
  return html`
    <${Heading} title=${html`<a class="up" href=${to("policies")}>Policies</a> / ${id}`}>
      <a class="button" href=${to("studio", id)}>Tune a threshold</a>
      <${Deeds} id=${id} standing=${standing} onChange=${setChange} />
    <//>
    ${standing?.killed && html`<p class="banner bad">Killed: this policy takes no action.</p>`}
    <${Panel} title="Actions" note="by mode"><${Counts} policy=${id} /><//>
    <${Answered} answer=${answer}>
      ${({ versions }) => html`
        <${Panel} title="Versions"><${Versions} versions=${versions} onBring=${(version, state) => setChange(bringing(id, version, state))} /><//>
        ${versions.length > 1 && html`<${Panel} title="What differs"><${Diff} policy=${id} versions=${versions} /><//>`}
        <${Panel} title="History"><${History} versions=${versions} /><//>
        <${Panel} title="Text"><${Text} versions=${versions} /><//>
      `}
    <//>
    ${change && html`<${Change} change=${change} onClose=${close} />`}
  `;
}

function Deeds({ id, standing, onChange }) {
  return html`
    ${may("PUBLISH") && standing?.waiting != null && html`<button onClick=${() => onChange(approving(id))}>Approve …</button>`}
    ${may("PUBLISH") && html`<button onClick=${() => onChange(rollingBack(id))}>Roll back …</button>`}
    ${may("OPERATE") &&
    standing &&
    html`<button class=${standing.killed ? "" : "danger"} onClick=${() => onChange(killing(id, standing.killed))}>
      ${standing.killed ? "Revive …" : "Kill …"}
    </button>`}
  `;
}

const approving = (id) => ({
  title: `Approve the version of ${id} that waits`,
  where: path("policies", id, "approve"),
  label: "Approve",
  done: `Approved: ${id}.`,
});

const rollingBack = (id) => ({
  title: `Roll ${id} back`,
  text: "The version that was live before becomes live again. Its successor is withdrawn.",
  where: path("policies", id, "rollback"),
  body: { reverse: false },
  label: "Roll back",
  danger: true,
  done: `Rolled back: ${id}.`,
});

const bringing = (id, version, state) => ({
  title: `Bring version ${version.version} of ${id} to ${state.toLowerCase()}`,
  where: path("policies", id, "versions"),
  body: { document: version.document, state, ...(state === "CANARY" && { canary_share: 0.05 }) },
  label: `Bring to ${state.toLowerCase()}`,
  danger: state === "LIVE",
  done: `Version ${version.version} of ${id} comes to ${state.toLowerCase()}.`,
});

function Text({ versions }) {
  const newest = Math.max(...versions.map((version) => version.version));
  const [chosen, setChosen] = useState(newest);
  const version = versions.find((each) => each.version === Number(chosen)) ?? versions[0];
  return html`
    <label class="field">Version
      <select value=${chosen} onChange=${(e) => setChosen(e.target.value)}>
        ${versions.map((each) => html`<option key=${each.version} value=${each.version}>v${each.version}</option>`)}
      </select>
    </label>
    <pre class="document-text">${version.document}</pre>
  `;
}
