/** Light, dark, or what the system says. */
import { html, useState } from "../core/view.js";

const KEY = "rampart.theme";
const NAMES = { system: "System", light: "Light", dark: "Dark" };

export function ThemeSwitch() {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  const choose = (event) => {
    localStorage.setItem(KEY, event.target.value);
    document.documentElement.dataset.theme = event.target.value;
    setTheme(event.target.value);
    dispatchEvent(new Event("themechange"));
  };
  return html`
    <label class="theme">Theme
      <select value=${theme} onChange=${choose}>
        ${Object.entries(NAMES).map(([id, name]) => html`<option key=${id} value=${id}>${name}</option>`)}
      </select>
    </label>
  `;
}
