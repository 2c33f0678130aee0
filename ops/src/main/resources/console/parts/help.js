/** The keys. */
import { SCREENS, helpShown } from "../core/keys.js";
import { useSignal } from "../core/signal.js";
import { html } from "../core/view.js";
import { Dialog } from "./dialog.js";

const KEYS = [
  ["/", "Search, on screens that have a search box; the start page from elsewhere"],
  ["j k", "Next and previous row"],
  ["Enter", "Open the row"],
  ["m", "Show or mask the names of accounts"],
  ["← →", "Move a threshold by one step"],
  ["Esc", "Close a dialog"],
  ["?", "This help"],
];

export function Help() {
  if (!useSignal(helpShown)) {
    return null;
  }
  return html`
    <${Dialog} title="Keys" onClose=${() => helpShown.set(false)}>
      <dl class="keys">
        ${SCREENS.map((screen) => html`<${Key} key=${screen.id} keys=${`g ${screen.key}`} does=${screen.name} />`)}
        ${KEYS.map(([keys, does]) => html`<${Key} key=${keys} keys=${keys} does=${does} />`)}
      </dl>
    <//>
  `;
}

function Key({ keys, does }) {
  return html`<dt>${keys.split(" ").map((key) => html`<kbd key=${key}>${key}</kbd>`)}</dt><dd>${does}</dd>`;
}
