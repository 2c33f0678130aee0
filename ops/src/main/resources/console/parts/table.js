/** A table of some hundred rows. Long lists are for `long-list.js`. */
import { html } from "../core/view.js";
import { Empty } from "./panel.js";

/**
 * @param columns `{name, of(row), numeric?, minor?}`; `minor` ones are left out on a phone
 * @param keyOf what tells rows apart
 * @param link address that a row opens; none when missing
 */
export function Table({ columns, rows, keyOf, link, caption, empty }) {
  if (rows.length === 0) {
    return html`<${Empty}>${empty}<//>`;
  }
  return html`
    <div class="scroll">
      <table>
        <caption class="unseen">${caption}</caption>
        <thead><tr>${columns.map((column) => html`<th key=${column.name} scope="col" class=${classOf(column)}>${column.name}</th>`)}</tr></thead>
        <tbody>
          ${rows.map((row, at) => html`<${Row} key=${keyOf(row, at)} row=${row} columns=${columns} link=${link} />`)}
        </tbody>
      </table>
    </div>
  `;
}

const classOf = ({ numeric, minor }) => `${numeric ? "number" : ""} ${minor ? "minor" : ""}`.trim();

function Row({ row, columns, link }) {
  return html`
    <tr>
      ${columns.map(
        (column, at) => html`
          <td key=${column.name} class=${classOf(column)}>
            ${at === 0 && link ? html`<a data-row href=${link(row)}>${column.of(row)}</a>` : column.of(row)}
          </td>
        `,
      )}
    </tr>
  `;
}
