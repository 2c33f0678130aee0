/**
 * How many events have which score, abuse and other ones apart, with the threshold as a line and a
 * slider under it. Counts are drawn on a root scale: most events score next to nothing, and the
 * few that matter would not be seen.
 */
import { amount, count } from "../../core/format.js";
import { html, useMemo, useState } from "../../core/view.js";
import { Select } from "../../parts/field.js";

const WIDTH = 1000;
const HEIGHT = 190;

export function Histogram({ curve, threshold, point, onValue }) {
  const [which, setWhich] = useState(0);
  const histogram = curve.histograms[which];
  const { from, to } = histogram;
  const place = (value) => ((value - from) / (to - from)) * WIDTH;
  const points = curve.curve;
  const at = points.indexOf(point);
  const words = `${amount(point.value)} ${threshold.unit}`;
  return html`
    ${curve.histograms.length > 1 &&
    html`<${Select} label="Measure" value=${which} onChange=${(each) => setWhich(Number(each))}
      options=${curve.histograms.map((each, index) => [index, each.measure])} />`}
    <div class="histogram">
      <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img"
        aria-label=${`Histogram of ${histogram.measure}`}>
        <${Bins} histogram=${histogram} />
        <line class="present" x1=${place(threshold.value)} x2=${place(threshold.value)} y1="0" y2=${HEIGHT} />
        <line class="chosen" x1=${place(point.value)} x2=${place(point.value)} y1="0" y2=${HEIGHT} />
      </svg>
      <${Axis} from=${from} to=${to} />
      <${Slider} ...${{ from, to, points, at, words, onValue }} />
    </div>
    <${Legend} histogram=${histogram} />
  `;
}

function Bins({ histogram }) {
  const { bins } = histogram;
  const most = useMemo(() => Math.sqrt(Math.max(1, ...bins.map((bin) => bin.abuse + bin.other + bin.unknown))), [bins]);
  const width = WIDTH / bins.length;
  return bins.map((bin, index) => {
    const total = bin.abuse + bin.other + bin.unknown;
    const full = (Math.sqrt(total) / most) * HEIGHT;
    let below = HEIGHT;
    return html`
      <g key=${index}>
        <title>${`${amount(bin.from)} to ${amount(bin.to)}: ${count(total)} events, ${count(bin.abuse)} abuse`}</title>
        ${["abuse", "unknown", "other"].map((kind) => {
          const height = total ? (full * bin[kind]) / total : 0;
          below -= height;
          return height > 0 && html`<rect key=${kind} class=${kind} x=${index * width + 0.5} y=${below} width=${width - 1} height=${height} />`;
        })}
      </g>
    `;
  });
}

function Axis({ from, to }) {
  const ticks = Array.from({ length: 6 }, (_, index) => from + ((to - from) * index) / 5);
  return html`<div class="axis" aria-hidden="true">${ticks.map((tick) => html`<span key=${tick}>${amount(tick)}</span>`)}</div>`;
}

/** Steps through the values of the curve; lies under the part of the axis that may be chosen. */
function Slider({ from, to, points, at, words, onValue }) {
  const share = (value) => `${((value - from) / (to - from)) * 100}%`;
  const least = points[0].value;
  const greatest = points[points.length - 1].value;
  return html`
    <input type="range" class="slider" aria-label="Threshold" aria-valuetext=${words} min="0" max=${points.length - 1} step="1" value=${at}
      style=${{ left: share(least), width: `calc(${share(greatest)} - ${share(least)})` }}
      onInput=${(event) => onValue(points[Number(event.target.value)].value)} />
  `;
}

function Legend({ histogram }) {
  const sum = (kind) => count(histogram.bins.reduce((all, bin) => all + bin[kind], 0));
  return html`
    <ul class="legend">
      <li class="abuse">abuse ${sum("abuse")}</li>
      <li class="other">other ${sum("other")}</li>
      <li class="unknown">not labelled ${sum("unknown")}</li>
      <li class="present">present value</li>
      <li class="chosen">chosen value</li>
      ${histogram.missing > 0 && html`<li>no value: ${count(histogram.missing)}</li>`}
    </ul>
  `;
}
