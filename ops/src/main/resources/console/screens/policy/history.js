/** What became of the versions, newest first. */
import { moment, percent } from "../../core/format.js";
import { html } from "../../core/view.js";
import { Pill } from "../../parts/pill.js";
import { Table } from "../../parts/table.js";

const COLUMNS = [
  { name: "When", of: (row) => moment(row.published_at) },
  { name: "Version", of: (row) => `v${row.version}` },
  { name: "To", of: (row) => html`<${Pill} of=${row.state} /> ${row.state === "CANARY" && percent(row.canary_share)}` },
  { name: "Holds from", of: (row) => moment(row.effective_from), minor: true },
  { name: "Who", of: (row) => (row.approver ? `${row.author}, approved by ${row.approver}` : row.author) },
  { name: "Why", of: (row) => row.reason },
];

export function History({ versions }) {
  const rows = versions
    .flatMap((version) => [...version.history, version].map((state) => ({ ...state, version: version.version })))
    .sort((a, b) => b.published_at.localeCompare(a.published_at));
  return html`<${Table} caption="History" columns=${COLUMNS} rows=${rows} keyOf=${(row, at) => at} empty="Nothing happened yet." />`;
}
