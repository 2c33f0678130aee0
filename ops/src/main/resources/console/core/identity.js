/** Names of accounts are masked until the person asks for them, whatever the role allows. */
import { html } from "./view.js";
import { to } from "./router.js";
import { signal, useSignal } from "./signal.js";

const MASK = "id:";

/** Whether names are shown; a new page starts masked. */
export const namesShown = signal(false);

/** The mask of a name, in the form of the service's own: the same within a page. */
function masked(name) {
  if (name.startsWith(MASK)) {
    return name;
  }
  let hash = 0x811c9dc5;
  for (const letter of name) {
    hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  }
  return MASK + (hash >>> 0).toString(16).padStart(8, "0");
}

/** The name of an account. A mask of the service's own leads nowhere. */
export function Account({ name, linked = true }) {
  const shown = useSignal(namesShown);
  if (!name) {
    return "–";
  }
  const text = shown ? name : masked(name);
  return linked && !name.startsWith(MASK)
    ? html`<a class="mono" href=${to("subject", name)}>${text}</a>`
    : html`<span class="mono">${text}</span>`;
}
