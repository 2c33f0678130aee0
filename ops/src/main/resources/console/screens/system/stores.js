/** The state stores. */
import { useAnswer } from "../../core/answer.js";
import { count, percent, words } from "../../core/format.js";
import { to } from "../../core/router.js";
import { html } from "../../core/view.js";
import { Answered, Panel } from "../../parts/panel.js";
import { Table } from "../../parts/table.js";

const EVERY_MS = 3000;
const COLUMNS = [
  { name: "Store", of: (row) => row.name },
  { name: "Kind", of: (row) => words(row.kind) },
  { name: "Entries, about", of: (row) => count(row.entries_estimate), numeric: true },
  { name: "Partitions", of: (row) => row.partitions.join(", "), minor: true },
  { name: "Restored", of: (row) => (row.restore ? percent(row.restore.total ? row.restore.restored / row.restore.total : 1) : "yes"), numeric: true },
  { name: "Standby behind", of: (row) => count(row.standby_lag), numeric: true, minor: true },
];

export function Stores() {
  const answer = useAnswer("/v1/stores", EVERY_MS);
  return html`
    <${Panel} title="Stores" note="those of this instance">
      <${Answered} answer=${answer}>
        ${({ items }) => html`<${Table} caption="Stores" columns=${COLUMNS} rows=${items} keyOf=${(row) => row.name}
          link=${(row) => to("system", "stores", row.name)} empty="This instance holds no store." />`}
      <//>
    <//>
  `;
}
