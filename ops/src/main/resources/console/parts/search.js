/** Finds the story behind an id of any kind. */
import { Problem, get, path } from "../core/api.js";
import { searchWanted } from "../core/keys.js";
import { go, to } from "../core/router.js";
import { html, useEffect, useRef, useState } from "../core/view.js";
import { Trouble } from "./panel.js";

const isKnown = (story) => story.actions.length + story.features.length + story.decisions.length > 0;

/** Address of the story behind an id: that of an event or action, else that of an account. */
async function find(id) {
  const decision = await get(path("decisions", id)).catch(ifMissing);
  if (decision) {
    return to("explain", decision.event_id);
  }
  const story = await get(path("subjects", id)).catch(ifMissing);
  if (story && isKnown(story)) {
    return to("subject", id);
  }
  throw new Problem(404, {
    title: "Nothing found",
    detail: `No account, event or action “${id}” is known here. Only the newest decisions are kept at hand; older ones are in the decision log.`,
  });
}

function ifMissing(problem) {
  if (problem.status !== 404) {
    throw problem;
  }
  return null;
}

export function Search() {
  const [id, setId] = useState("");
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const box = useRef(null);
  useEffect(() => {
    searchWanted.get() && box.current.focus();
    searchWanted.set(false);
  }, []);
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    await find(id.trim()).then(go, setProblem);
    setBusy(false);
  };
  return html`
    <form class="search" role="search" onSubmit=${submit}>
      <label class="unseen" for="search">Account, event or action</label>
      <input ref=${box} id="search" type="search" autocomplete="off" spellcheck="false" required
        placeholder="Id of an account, event or action" value=${id} onInput=${(e) => setId(e.target.value)} />
      <button class="primary" disabled=${busy || !id.trim()}>Why?</button>
    </form>
    ${problem && html`<${Trouble} problem=${problem} />`}
  `;
}
