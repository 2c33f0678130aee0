/** From a value to a version: the whole past decided again with it, then published. */
import { path, post } from "../../core/api.js";
import { amount } from "../../core/format.js";
import { to } from "../../core/router.js";
import { may } from "../../core/session.js";
import { html, useEffect, useState } from "../../core/view.js";
import { Change } from "../../parts/change.js";
import { Field } from "../../parts/field.js";
import { Empty, Loading, Panel, Trouble } from "../../parts/panel.js";
import { Lines } from "../policy/diff.js";
import { Backtest } from "./backtest.js";

export function Draft({ policy, threshold, value }) {
  const [report, setReport] = useState(null);
  const [draft, setDraft] = useState(null);
  const [state, setState] = useState("");
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setDraft(null);
    setReport(null);
  }, [value]);
  const unchanged = value === threshold.value;
  const withDraft = async (use) => {
    setProblem(null);
    setBusy(true);
    const ready = draft ?? (await post("/v1/studio/draft", { policy, threshold: threshold.name, value }).catch(setProblem));
    if (ready) {
      setDraft(ready);
      await use(ready);
    }
    setBusy(false);
  };
  const backtest = () =>
    withDraft(({ document }) => post("/v1/studio/backtest", { document }).then(setReport, setProblem));
  const tools = html`
    <button disabled=${unchanged || busy} onClick=${backtest}>Decide the past again</button>
    <button class="primary" disabled=${unchanged || busy || !may("DRAFT")} onClick=${() => withDraft(() => setState("SHADOW"))}>Publish to shadow …</button>
    <button disabled=${unchanged || busy || !may("PUBLISH")} onClick=${() => withDraft(() => setState("CANARY"))}>Publish to canary …</button>
  `;
  return html`
    <${Panel} title=${`Draft with ${threshold.name} = ${amount(value)}`} tools=${tools} wide>
      ${unchanged && html`<${Empty}>This is the value in force. Move the slider to make a draft.<//>`}
      ${!unchanged && !report && !busy && html`<${Empty}>A backtest decides the whole log again, ladder and cool-downs included, and shows a sample of flips.<//>`}
      ${busy && !state && html`<${Loading} />`}
      ${problem && html`<${Trouble} problem=${problem} />`}
      ${report && html`<${Backtest} report=${report} />`}
    <//>
    ${state && html`<${Publish} ...${{ policy, threshold, value, draft, state }} onClose=${() => setState("")} />`}
  `;
}

function Publish({ policy, threshold, value, draft, state, onClose }) {
  const [share, setShare] = useState("5");
  const canary = state === "CANARY";
  const word = state.toLowerCase();
  const change = {
    title: `Publish ${policy} v${draft.version} to ${word}`,
    text: canary
      ? "It acts for this share of accounts, in the place of the live version."
      : "It decides beside the live version and acts on nobody. Its counts stand on the page of the policy.",
    where: path("policies", policy, "versions"),
    body: { document: draft.document, state, ...(canary && { canary_share: Number(share) / 100 }) },
    label: `Publish to ${word}`,
    done: `Version ${draft.version} of ${policy} comes to ${word}: ${threshold.name} = ${amount(value)}.`,
  };
  const close = (done) => {
    onClose();
    done && (location.hash = to("policies", policy));
  };
  return html`
    <${Change} change=${change} onClose=${close}>
      <${Lines} lines=${draft.lines} />
      ${canary && html`<${Field} label="Share of accounts, in percent" type="number" min="0.1" max="100" step="0.1" value=${share} onChange=${setShare} />`}
    <//>
  `;
}
