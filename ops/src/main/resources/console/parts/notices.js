/** The short messages. */
import { notices } from "../core/notices.js";
import { useSignal } from "../core/signal.js";
import { html } from "../core/view.js";

export function Notices() {
  const shown = useSignal(notices.shown);
  return html`
    <div class="notices" role="status" aria-live="polite">
      ${shown.map((notice) => html`<p key=${notice.id} class=${notice.kind}>${notice.text}</p>`)}
    </div>
  `;
}
