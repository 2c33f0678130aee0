/** The frame around every screen: navigation, notices, help, and the sign-in before all of them. */
import { get } from "../core/api.js";
import { SCREENS, helpShown } from "../core/keys.js";
import { namesShown } from "../core/identity.js";
import { to, useRoute } from "../core/router.js";
import { keepToken, person, signOut, token } from "../core/session.js";
import { useSignal } from "../core/signal.js";
import { html, useEffect, useState } from "../core/view.js";
import { Help } from "./help.js";
import { Notices } from "./notices.js";
import { Loading, Trouble } from "./panel.js";
import { SignIn } from "./sign-in.js";
import { ThemeSwitch } from "./theme-switch.js";

const loaders = {
  "": () => import("../screens/start.js"),
  live: () => import("../screens/live.js"),
  studio: () => import("../screens/studio.js"),
  policies: () => import("../screens/policies.js"),
  explain: () => import("../screens/explain.js"),
  subject: () => import("../screens/subject.js"),
  system: () => import("../screens/system.js"),
  "dead-letters": () => import("../screens/dead-letters.js"),
  audit: () => import("../screens/audit.js"),
};

export function Frame() {
  const me = useSignal(person);
  const [problem, setProblem] = useState(null);
  const enter = () => {
    setProblem(null);
    token() && get("/v1/me").then((found) => person.set(found), setProblem);
  };
  useEffect(enter, []);
  if (me) {
    return html`<${Signed} me=${me} /><${Notices} />`;
  }
  const signIn = (value) => {
    keepToken(value);
    enter();
  };
  return html`<${SignIn} onToken=${signIn} problem=${problem} /><${Notices} />`;
}

function Signed({ me }) {
  const { screen, parts, query } = useRoute();
  const [menu, setMenu] = useState(false);
  useEffect(() => setMenu(false), [screen, parts.join("/")]);
  return html`
    <a class="skip" href="#main" onClick=${toMain}>To the content</a>
    <div class="frame">
      <${Navigation} me=${me} screen=${screen} open=${menu} onMenu=${() => setMenu(!menu)} />
      <main id="main" tabindex="-1">
        <${Screen} key=${screen} id=${screen} parts=${parts} query=${query} />
      </main>
    </div>
    <${Help} />
  `;
}

function toMain(event) {
  event.preventDefault();
  document.getElementById("main").focus();
}

function Screen({ id, parts, query }) {
  const [loaded, setLoaded] = useState(null);
  const [problem, setProblem] = useState(null);
  useEffect(() => {
    const load = loaders[id] ?? loaders[""];
    load().then((module) => setLoaded(() => module.default), setProblem);
  }, [id]);
  useEffect(() => {
    const name = SCREENS.find((screen) => screen.id === id)?.name ?? "Rampart";
    document.title = `${name} · Rampart`;
  }, [id]);
  if (problem) {
    return html`<${Trouble} problem=${problem} />`;
  }
  return loaded ? html`<${loaded} parts=${parts} query=${query} />` : html`<${Loading} />`;
}

function Navigation({ me, screen, open, onMenu }) {
  return html`
    <nav class=${open ? "nav open" : "nav"} aria-label="Screens">
      <div class="brand">
        <img src="icon.svg" alt="" width="20" height="20" />
        <strong>Rampart</strong>
        <button class="menu" aria-expanded=${open} onClick=${onMenu}>Menu</button>
      </div>
      <ul>
        ${SCREENS.map((each) => html`<${Entry} key=${each.id} entry=${each} current=${each.id === screen} />`)}
      </ul>
      <${Settings} me=${me} />
    </nav>
  `;
}

function Entry({ entry, current }) {
  return html`<li>
    <a href=${to(entry.id)} aria-current=${current ? "page" : undefined}>
      ${entry.name}<kbd>g ${entry.key}</kbd>
    </a>
  </li>`;
}

function Settings({ me }) {
  const shown = useSignal(namesShown);
  return html`
    <div class="nav-settings">
      <label class="switch">
        <input type="checkbox" checked=${shown} onChange=${(e) => namesShown.set(e.target.checked)} />
        Show names <kbd>m</kbd>
      </label>
      <${ThemeSwitch} />
      <div class="me"><span title=${me.permissions.join(", ")}>${me.name}</span><small>${me.role}</small></div>
      <div class="nav-links">
        <button class="plain" onClick=${() => helpShown.set(true)}>Keys <kbd>?</kbd></button>
        <button class="plain" onClick=${() => signOut()}>Sign out</button>
      </div>
    </div>
  `;
}
