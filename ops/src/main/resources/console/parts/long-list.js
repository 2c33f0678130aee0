/**
 * A list of any length: only the rows that are seen exist. One row is chosen; j and k move, Enter
 * opens.
 */
import { rowMover } from "../core/keys.js";
import { go } from "../core/router.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../core/view.js";

const ROW = 30;
const BEYOND = 8;

/**
 * @param columns `{name, of(row), numeric?, minor?}`
 * @param columnsClass class that sets the widths
 * @param link address that a row opens
 * @param onEnd called when the end comes near
 */
export function LongList({ columns, columnsClass, rows, keyOf, link, onEnd, label }) {
  const box = useRef(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [chosen, setChosen] = useState(null);
  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW) + BEYOND);
  useMeasured(box, setHeight);
  useEffect(() => {
    last >= rows.length && onEnd?.();
  }, [last, rows.length]);
  useSteadyPlace(box, rows, keyOf);
  const place = chosen === null ? -1 : rows.findIndex((row) => keyOf(row) === chosen);
  const choose = (step) => {
    const from = place < 0 ? Math.ceil(top / ROW) - step : place;
    const next = Math.min(rows.length - 1, Math.max(0, from + step));
    rows[next] && setChosen(keyOf(rows[next]));
    bringIntoView(box.current, next);
  };
  useEffect(() => {
    rowMover.set(choose);
    return () => rowMover.set(null);
  });
  const onKey = (event) => event.key === "Enter" && place >= 0 && go(link(rows[place]));
  return html`
    <div class=${`long-list ${columnsClass}`}>
      <div class="rows" ref=${box} tabindex="0" role="grid" aria-label=${label} aria-rowcount=${rows.length}
        onScroll=${(event) => setTop(event.target.scrollTop)} onKeyDown=${onKey}>
        <div class="row head" role="row">${columns.map((column) => html`<span key=${column.name} role="columnheader" class=${classOf(column)}>${column.name}</span>`)}</div>
        <div class="spacer" role="rowgroup" style=${{ height: `${rows.length * ROW}px` }}>
          ${rows.slice(first, last).map(
            (row, at) => html`
              <a key=${keyOf(row)} class="row" role="row" tabindex="-1" href=${link(row)} aria-rowindex=${first + at + 1}
                aria-selected=${keyOf(row) === chosen} style=${{ top: `${(first + at) * ROW}px` }}>
                ${columns.map((column) => html`<span key=${column.name} role="gridcell" class=${classOf(column)}>${column.of(row)}</span>`)}
              </a>
            `,
          )}
        </div>
      </div>
    </div>
  `;
}

const classOf = ({ numeric, minor }) => `${numeric ? "number" : ""} ${minor ? "minor" : ""}`.trim();

function useMeasured(box, setHeight) {
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setHeight(entry.contentRect.height));
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
}

/** New rows above push the seen ones down; whoever reads further below stays where they are. */
function useSteadyPlace(box, rows, keyOf) {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const at = Math.floor(box.current.scrollTop / ROW);
    const seen = before.current[at];
    before.current = rows;
    if (seen && at > 0) {
      const now = rows.findIndex((row) => keyOf(row) === keyOf(seen));
      now > at && (box.current.scrollTop += (now - at) * ROW);
    }
  }, [rows]);
}

function bringIntoView(box, at) {
  const top = at * ROW;
  const seen = box.clientHeight - ROW;
  if (top < box.scrollTop) {
    box.scrollTop = top;
  } else if (top + ROW > box.scrollTop + seen) {
    box.scrollTop = top + ROW - seen;
  }
  box.focus({ preventScroll: true });
}
