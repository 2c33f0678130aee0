/** The curves: precision against recall, and what reviewers have to do. */
import { amount, percent } from "../../core/format.js";
import { html } from "../../core/view.js";
import { Chart } from "../../parts/chart.js";
import { Empty, Panel } from "../../parts/panel.js";

export function Charts({ curve, point, present }) {
  const known = curve.filter((each) => each.precision?.value != null && each.recall?.value != null);
  return html`
    <div class="columns">
      <${Panel} title="Precision and recall" note="band: 95 % interval">
        ${known.length > 1
          ? html`<${PrecisionRecall} points=${known} point=${point} present=${present} />`
          : html`<${Empty}>Needs labels: send feedback with LABELLED, or put a labels.csv beside the decision log.<//>`}
      <//>
      <${Panel} title="Reviewer load and flips"><${Load} points=${curve} point=${point} /><//>
    </div>
  `;
}

function PrecisionRecall({ points, point, present }) {
  const sorted = [...points].sort((a, b) => a.recall.value - b.recall.value || a.value - b.value);
  const marks = [present, point].map((each) => sorted.indexOf(each));
  const only = (indexes) => sorted.map((each, index) => (indexes.includes(index) ? each.precision.value : null));
  const data = [
    sorted.map((each) => each.recall.value),
    sorted.map((each) => each.precision.value),
    sorted.map((each) => each.precision.high),
    sorted.map((each) => each.precision.low),
    only([marks[0]]),
    only([marks[1]]),
  ];
  const series = [
    { label: "precision", color: "--line" },
    { label: "high", color: "--band" },
    { label: "low", color: "--band" },
    { label: "now", color: "--faint", point: true },
    { label: "chosen", color: "--accent", point: true },
  ];
  return html`<${Chart} label="Precision against recall" data=${data} series=${series} band=${[2, 3]} xName="recall" format=${percent}
    yRange=${[0, 1]} />`;
}

function Load({ points, point }) {
  const data = [
    points.map((each) => each.value),
    points.map((each) => each.reviewer_minutes),
    points.map((each) => each.flips),
    points.map((each) => (each === point ? each.reviewer_minutes : null)),
    points.map((each) => (each === point ? each.flips : null)),
  ];
  const series = [
    { label: "reviewer minutes", color: "--line" },
    { label: "flips", color: "--warn" },
    { label: "chosen", color: "--accent", point: true },
    { label: "chosen", color: "--accent", point: true },
  ];
  return html`<${Chart} label="Reviewer minutes and flips by value" data=${data} series=${series} xName="value" format=${amount} />`;
}
