/** Versions with their states and people. */
import { moment, percent } from "../../core/format.js";
import { may } from "../../core/session.js";
import { html } from "../../core/view.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

/** Where a version can be brought to from a state; the service checks it again. */
const NEXT = {
  DRAFT: ["SHADOW"],
  SHADOW: ["CANARY", "LIVE", "RETIRED"],
  CANARY: ["SHADOW", "LIVE", "RETIRED"],
};
const PERMISSION = { SHADOW: "DRAFT", CANARY: "PUBLISH", LIVE: "PUBLISH", RETIRED: "PUBLISH" };

export function Versions({ versions, onBring }) {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  return html`<${Table} caption="Versions" columns=${columns(onBring)} rows=${newestFirst} keyOf=${(row) => row.version}
    empty="No version was published." />`;
}

const columns = (onBring) => [
  { name: "Version", of: (row) => `v${row.version}` },
  { name: "State", of: (row) => html`<${Pill} of=${row.state} /> ${row.state === "CANARY" && percent(row.canary_share)} ${row.waits_for_approval && "waits for approval"}` },
  { name: "From", of: (row) => moment(row.effective_from) },
  { name: "Author", of: (row) => row.author },
  { name: "Approver", of: (row) => row.approver ?? "", minor: true },
  { name: "Reason", of: (row) => row.reason, minor: true },
  {
    name: "",
    of: (row) =>
      (NEXT[row.state] ?? [])
        .filter((state) => may(PERMISSION[state]))
        .map((state) => html`<button key=${state} onClick=${() => onBring(row, state)}>To ${state.toLowerCase()} …</button>`),
  },
];
