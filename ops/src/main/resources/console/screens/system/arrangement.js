/**
 * Places for the nodes of a drawing. What hangs together stands together; a node stands one column
 * after the last of those that feed it. Stores and topics are lines in the box that uses them.
 */
const WIDTH = 128;
const LINE = 15;
const COLUMN = 154;
const GAP = 14;
const MARGIN = 8;
const ASIDE = /^(store|topic) /;

/** @returns boxes `{node, notes, x, y, width, height}` by name, arrows between them, and the size */
export function arranged({ nodes, edges }) {
  const drawn = nodes.filter((node) => !ASIDE.test(node.name));
  const arrows = edges.filter((edge) => !ASIDE.test(edge.from) && !ASIDE.test(edge.to));
  const boxes = new Map();
  let top = MARGIN;
  let columns = 0;
  for (const part of partsOf(drawn, arrows)) {
    const arrangement = columnsOf(part, arrows, edges);
    const tallest = Math.max(...arrangement.map(heightOf));
    arrangement.forEach((column, index) => place(ordered(column, arrows, boxes), index, top, tallest, boxes));
    top += tallest + 2 * GAP;
    columns = Math.max(columns, arrangement.length);
  }
  return { boxes, arrows, width: 2 * MARGIN + (columns - 1) * COLUMN + WIDTH, height: top - 2 * GAP + MARGIN };
}

/** Nodes that hang together, the largest part first. */
function partsOf(nodes, arrows) {
  const part = new Map(nodes.map((node) => [node.name, [node]]));
  for (const { from, to } of arrows) {
    const [one, other] = [part.get(from), part.get(to)];
    if (one !== other) {
      one.push(...other);
      other.forEach((node) => part.set(node.name, one));
    }
  }
  return [...new Set(part.values())].sort((a, b) => b.length - a.length);
}

function columnsOf(nodes, arrows, edges) {
  const columns = [];
  const depths = depthsOf(nodes, arrows);
  nodes.forEach((node) => (columns[depths.get(node.name)] ??= []).push(boxOf(node, edges)));
  return columns;
}

function boxOf(node, edges) {
  const notes = edges
    .filter((edge) => edge.from === node.name || edge.to === node.name)
    .map((edge) => (edge.from === node.name ? edge.to : edge.from))
    .filter((name) => ASIDE.test(name) && !(name.startsWith("topic ") && name.endsWith(node.name)))
    .map((name) => name.replace("topic ", ""));
  return { node, notes, width: WIDTH, height: 8 + LINE * (2 + notes.length) };
}

const heightOf = (column) => column.reduce((sum, box) => sum + box.height + GAP, -GAP);

function place(column, index, top, tallest, boxes) {
  let y = top + (tallest - heightOf(column)) / 2;
  for (const box of column) {
    boxes.set(box.node.name, { ...box, x: MARGIN + index * COLUMN, y });
    y += box.height + GAP;
  }
}

/** Length of the longest way to each node; an arrow that closes a circle counts for nothing. */
function depthsOf(nodes, arrows) {
  const depths = new Map();
  const on = new Set();
  const depth = (name) => {
    if (!depths.has(name) && !on.has(name)) {
      on.add(name);
      const before = arrows.filter((arrow) => arrow.to === name).map((arrow) => depth(arrow.from));
      on.delete(name);
      depths.set(name, Math.max(0, ...before.map((each) => each + 1)));
    }
    return depths.get(name) ?? -1;
  };
  nodes.forEach(({ name }) => depth(name));
  return depths;
}

/** Boxes of a column by the mean height of what feeds them, so that few arrows cross. */
function ordered(column, arrows, boxes) {
  const height = ({ node }) => {
    const feeding = arrows.filter((arrow) => arrow.to === node.name && boxes.has(arrow.from));
    return feeding.reduce((sum, arrow) => sum + boxes.get(arrow.from).y, 0) / Math.max(1, feeding.length);
  };
  return [...column].sort((a, b) => height(a) - height(b) || a.node.name.localeCompare(b.node.name));
}
