/** The newest decisions, kept in one list without holes while new ones arrive. */
import { address, get } from "./api.js";
import { useCallback, useEffect, useRef, useState } from "./view.js";

const PAGE = 1000;
const PAGES_TO_CATCH_UP = 5;
const MOST_ROWS = 100_000;
const EVERY_MS = 1500;

/**
 * Reads what came since the newest known row. Where more came than can be caught up with, the
 * list begins anew, so that it never has a hole.
 */
async function catchUp(query, rows, signal) {
  const newest = rows[0]?.event_id;
  const fresh = [];
  let after = "";
  let next = null;
  for (let page = 0; page < PAGES_TO_CATCH_UP; page++) {
    const answer = await get(address("/v1/decisions", { ...query, limit: newest ? PAGE : 200, after }), signal);
    const known = answer.items.findIndex((row) => row.event_id === newest);
    if (known >= 0) {
      return { rows: [...fresh, ...answer.items.slice(0, known), ...rows].slice(0, MOST_ROWS), next: undefined };
    }
    fresh.push(...answer.items);
    next = answer.next;
    if (!newest || !next) {
      break;
    }
    after = next;
  }
  return { rows: fresh, next };
}

/** @returns `{rows, problem, older}`; `older` reads the page below the last row */
export function useFeed(query, paused) {
  const [rows, setRows] = useState([]);
  const [problem, setProblem] = useState(null);
  const [ready, setReady] = useState(false);
  const state = useRef({ rows: [], next: null, reading: false });
  const text = JSON.stringify(query);
  const keep = (list, next) => {
    state.current.rows = list;
    next !== undefined && (state.current.next = next);
    setRows(list);
    setReady(true);
  };
  useEffect(() => {
    state.current = { rows: [], next: null, reading: false };
    setRows([]);
    setReady(false);
  }, [text]);
  useEffect(() => {
    const left = new AbortController();
    let timer = 0;
    const ask = async () => {
      if (!document.hidden && !paused) {
        await catchUp(query, state.current.rows, left.signal).then(
          (found) => {
            setProblem(null);
            keep(found.rows, found.next);
          },
          (failure) => failure.name !== "AbortError" && setProblem(failure),
        );
      }
      left.signal.aborted || (timer = setTimeout(ask, EVERY_MS));
    };
    ask();
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [text, paused]);
  const older = useCallback(async () => {
    const { next, reading } = state.current;
    if (!next || reading || state.current.rows.length >= MOST_ROWS) {
      return;
    }
    state.current.reading = true;
    const answer = await get(address("/v1/decisions", { ...query, limit: PAGE, after: next })).catch(setProblem);
    state.current.reading = false;
    answer && keep([...state.current.rows, ...answer.items], answer.next);
  }, [text]);
  return { rows, ready, problem, older };
}
