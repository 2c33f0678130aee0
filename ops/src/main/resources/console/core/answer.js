/** An answer of the service, asked for when a screen appears and, if wished, again and again. */
import { get } from "./api.js";
import { useCallback, useEffect, useState } from "./view.js";

const NOTHING = { data: null, problem: null };

/**
 * @param where path of the question; empty asks nothing
 * @param everyMs how often to ask again while the page is seen; 0 for once
 */
export function useAnswer(where, everyMs = 0) {
  const [answer, setAnswer] = useState(NOTHING);
  const [round, setRound] = useState(0);
  useEffect(() => setAnswer(NOTHING), [where]);
  useEffect(() => {
    if (!where) {
      return undefined;
    }
    const left = new AbortController();
    let timer = 0;
    const ask = async () => {
      if (!document.hidden) {
        await get(where, left.signal).then(
          (data) => setAnswer({ data, problem: null }),
          (problem) =>
            problem.name !== "AbortError" && setAnswer((last) => ({ data: last.data, problem })),
        );
      }
      if (everyMs && !left.signal.aborted) {
        timer = setTimeout(ask, everyMs);
      }
    };
    ask();
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [where, everyMs, round]);
  const again = useCallback(() => setRound((last) => last + 1), []);
  return { ...answer, again };
}
