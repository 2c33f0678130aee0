/** The state of this instance and what can be done to it. */
import { to } from "../core/router.js";
import { html } from "../core/view.js";
import { Heading } from "../parts/panel.js";
import { Health } from "./system/health.js";
import { Lag } from "./system/lag.js";
import { LogLevels } from "./system/log-levels.js";
import { Models } from "./system/models.js";
import { Store } from "./system/store.js";
import { Stores } from "./system/stores.js";
import { Threads } from "./system/threads.js";
import { TopologyDrawing } from "./system/topology.js";

const PAGES = {
  health: { name: "Health", of: () => html`<${Health} /><${Lag} />` },
  topology: { name: "Topology", of: () => html`<${TopologyDrawing} />` },
  threads: { name: "Threads", of: () => html`<${Threads} />` },
  stores: { name: "Stores", of: ([, store]) => (store ? html`<${Store} key=${store} name=${store} />` : html`<${Stores} />`) },
  models: { name: "Models", of: () => html`<${Models} />` },
  logs: { name: "Log levels", of: () => html`<${LogLevels} />` },
};

export default function System({ parts }) {
  const [id = "health"] = parts;
  const page = PAGES[id] ?? PAGES.health;
  return html`
    <${Heading} title="System" />
    <ul class="tabs">
      ${Object.entries(PAGES).map(
        ([each, { name }]) =>
          html`<li key=${each}><a href=${to("system", each)} aria-current=${PAGES[each] === page ? "page" : undefined}>${name}</a></li>`,
      )}
    </ul>
    ${page.of(parts)}
  `;
}
