/** Short messages at the edge of the page. */
import { signal } from "./signal.js";

const SHOWN_MS = 6000;
const shown = signal([]);
let next = 1;

function show(kind, text) {
  const notice = { id: next++, kind, text };
  shown.set([...shown.get(), notice]);
  return notice.id;
}

function hide(id) {
  shown.set(shown.get().filter((notice) => notice.id !== id));
}

export const notices = {
  shown,
  show,
  hide,
  /** Says that something was done, for a while. */
  tell(text) {
    const id = show("done", text);
    setTimeout(() => hide(id), SHOWN_MS);
  },
};
