/** What runs, drawn with what flows. */
import { useAnswer } from "../../core/answer.js";
import { amount, count } from "../../core/format.js";
import { html, useMemo } from "../../core/view.js";
import { Answered, Panel } from "../../parts/panel.js";
import { arranged } from "./arrangement.js";

const EVERY_MS = 2000;
const LINE = 15;

export function TopologyDrawing() {
  const answer = useAnswer("/v1/topology", EVERY_MS);
  return html`
    <${Panel} title="Topology" note="records a second, and since the tasks came to this instance" wide>
      <${Answered} answer=${answer}>${(topology) => html`<${Drawing} topology=${topology} />`}<//>
    <//>
  `;
}

function Drawing({ topology }) {
  const shape = topology.edges.map((edge) => `${edge.from} ${edge.to}`).join();
  const { boxes, arrows, width, height } = useMemo(() => arranged(topology), [shape]);
  const now = new Map(topology.nodes.map((node) => [node.name, node]));
  return html`
    <div class="scroll">
      <svg class="topology" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label="Topology with counts">
        ${arrows.map(({ from, to }) => html`<${Arrow} key=${`${from} ${to}`} from=${boxes.get(from)} to=${boxes.get(to)} />`)}
        ${[...boxes.values()].map((box) => html`<${Box} key=${box.node.name} box=${box} node=${now.get(box.node.name)} />`)}
      </svg>
    </div>
  `;
}

function Box({ box, node }) {
  const middle = box.x + box.width / 2;
  const lines = [`${amount(Math.round(node.records_per_second))}/s · ${count(node.records_total)}`, ...box.notes];
  return html`
    <g class=${`node ${node.kind}`}>
      <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="4" />
      <text x=${middle} y=${box.y + LINE}>${node.name}</text>
      ${lines.map((line, at) => html`<text key=${at} class="note" x=${middle} y=${box.y + LINE * (at + 2)}>${line}</text>`)}
    </g>
  `;
}

function Arrow({ from, to }) {
  const startX = from.x + from.width;
  const startY = from.y + from.height / 2;
  const endY = to.y + to.height / 2;
  const bend = Math.max(16, (to.x - startX) / 2);
  return html`<path d=${`M${startX} ${startY}C${startX + bend} ${startY} ${to.x - bend} ${endY} ${to.x} ${endY}`} />`;
}
