/** A modal dialog: the browser's own, which keeps the focus and closes with Escape. */
import { html, useEffect, useRef } from "../core/view.js";

export function Dialog({ title, onClose, children }) {
  const element = useRef(null);
  useEffect(() => element.current.showModal(), []);
  return html`
    <dialog ref=${element} aria-label=${title} onClose=${onClose}>
      <header>
        <h2>${title}</h2>
        <button class="plain" aria-label="Close" onClick=${() => element.current.close()}>✕</button>
      </header>
      ${children}
    </dialog>
  `;
}
