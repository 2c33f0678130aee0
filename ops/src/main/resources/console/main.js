/** Where the console begins. */
import { html, render } from "./core/view.js";
import { takeTokenFromAddress } from "./core/session.js";
import { listenForKeys } from "./core/keys.js";
import { Frame } from "./parts/frame.js";

takeTokenFromAddress();
addEventListener("hashchange", () => {
  const before = location.hash;
  takeTokenFromAddress();
  before.startsWith("#token=") && location.reload();
});
listenForKeys();
render(html`<${Frame} />`, document.getElementById("console"));
