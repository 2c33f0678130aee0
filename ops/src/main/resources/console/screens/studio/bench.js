/** One threshold on the bench: its curve is asked for once, then every value is at hand. */
import { post } from "../../core/api.js";
import { html, useEffect, useMemo, useState } from "../../core/view.js";
import { Field, Select } from "../../parts/field.js";
import { Loading, Panel, Trouble } from "../../parts/panel.js";
import { Charts } from "./charts.js";
import { Comparison } from "./comparison.js";
import { Draft } from "./draft.js";
import { Histogram } from "./histogram.js";

const SPANS = [
  ["", "the whole log"],
  ["3600", "last hour"],
  ["86400", "last day"],
  ["604800", "last week"],
];
const AIMS = ["0.8", "0.9", "0.95", "0.99"].map((aim) => [aim, `${Number(aim) * 100} %`]);

export function Bench({ policy, threshold }) {
  const [seconds, setSeconds] = useState("");
  const [slice, setSlice] = useState("");
  const [aim, setAim] = useState("0.9");
  const [curve, setCurve] = useState(null);
  const [problem, setProblem] = useState(null);
  const [value, setValue] = useState(threshold.value);
  useEffect(() => {
    setCurve(null);
    setProblem(null);
    const from = seconds ? new Date(Date.now() - Number(seconds) * 1000).toISOString() : undefined;
    const question = { policy, threshold: threshold.name, from, slice: slice || undefined, precision: Number(aim) };
    post("/v1/studio/curve", question).then(setCurve, setProblem);
  }, [policy, threshold.name, seconds, slice, aim]);
  return html`
    <p class="meaning"><strong>${threshold.name}</strong> ${threshold.meaning} <span class="faint">Allowed: ${threshold.min} to ${threshold.max} ${threshold.unit}.</span></p>
    <div class="filters">
      <${Select} label="Decisions of" value=${seconds} onChange=${setSeconds} options=${SPANS} />
      <${Select} label="Aim for precision" value=${aim} onChange=${setAim} options=${AIMS} />
      <${Field} label="Only where" type="search" placeholder="event.locale == 'en-US'" value=${slice} onChange=${setSlice} size="28" />
    </div>
    ${problem && html`<${Trouble} problem=${problem} />`}
    ${!curve && !problem && html`<${Loading} />`}
    ${curve && html`<${Found} ...${{ policy, threshold, curve, value, setValue }} />`}
  `;
}

function Found({ policy, threshold, curve, value, setValue }) {
  const point = useMemo(() => nearest(curve.curve, value), [curve, value]);
  const present = useMemo(() => nearest(curve.curve, threshold.value), [curve]);
  return html`
    <${Panel} title="Scores" note=${curve.histograms.map((each) => each.measure).join(", ")} wide>
      <${Histogram} curve=${curve} threshold=${threshold} point=${point} onValue=${setValue} />
    <//>
    <${Comparison} point=${point} present=${present} recommended=${curve.recommended} onValue=${setValue} />
    <${Charts} curve=${curve.curve} point=${point} present=${present} onValue=${setValue} />
    <${Draft} policy=${policy} threshold=${threshold} value=${point.value} />
  `;
}

/** The point whose value is next to a number. */
function nearest(points, value) {
  return points.reduce((best, each) => (Math.abs(each.value - value) < Math.abs(best.value - value) ? each : best));
}
