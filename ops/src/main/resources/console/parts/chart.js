/** A line chart. Colours are those of the theme; a table of the same figures stands beside it on screens. */
import UPlot from "../vendor/uplot.js";
import { amount } from "../core/format.js";
import { html, useEffect, useRef } from "../core/view.js";

const HEIGHT = 220;
const PHONE = 330;

/**
 * @param data x values, then those of each series
 * @param series `{label, color, point?}`; color is a property of the theme
 * @param band two places of series between which the ground is filled
 */
export function Chart({ label, data, series, band, xName, format, yRange }) {
  const box = useRef(null);
  const chart = useRef(null);
  useEffect(() => {
    const draw = () => {
      chart.current?.destroy();
      chart.current = new UPlot(options({ box: box.current, series, band, format, yRange }), data, box.current);
    };
    draw();
    const watcher = new ResizeObserver(([{ contentRect }]) =>
      chart.current.setSize({ width: Math.max(200, contentRect.width), height: HEIGHT }),
    );
    watcher.observe(box.current);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    addEventListener("themechange", draw);
    dark.addEventListener("change", draw);
    return () => {
      watcher.disconnect();
      removeEventListener("themechange", draw);
      dark.removeEventListener("change", draw);
      chart.current.destroy();
    };
  }, []);
  useEffect(() => chart.current?.setData(data), [data]);
  return html`
    <figure class="chart">
      <div ref=${box} role="img" aria-label=${label}></div>
      <figcaption>
        ${series.filter((each, at) => series.findIndex((other) => other.label === each.label) === at && each.color !== "--band").map(
          (each) => html`<span key=${each.label} class=${`key ${each.color.slice(2)}`}>${each.label}</span>`,
        )}
        <span class="faint">across: ${xName}</span>
      </figcaption>
    </figure>
  `;
}

function options({ box, series, band, format, yRange }) {
  const color = (name) => {
    box.style.color = `var(${name})`;
    return getComputedStyle(box).color;
  };
  const axis = { stroke: color("--faint"), grid: { stroke: color("--rule"), width: 1 }, ticks: { show: false } };
  return {
    width: Math.max(200, box.clientWidth || PHONE),
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: yRange ? { range: yRange } : {} },
    axes: [
      { ...axis, size: 28, values: (_, ticks) => ticks.map((tick) => format(tick)) },
      { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => (yRange ? format(tick) : amount(tick))) },
    ],
    series: [{}, ...series.map((each) => line(each, color(each.color)))],
    bands: band ? [{ series: band, fill: color("--band-fill") }] : [],
  };
}

const line = ({ point }, stroke) =>
  point
    ? { stroke, width: 0, points: { show: true, size: 11, fill: stroke } }
    : { stroke, width: 1.6, points: { show: false } };
