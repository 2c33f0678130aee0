/** Asks for a token. */
import { signInReason } from "../core/session.js";
import { useSignal } from "../core/signal.js";
import { html, useState } from "../core/view.js";

export function SignIn({ onToken, problem }) {
  const [value, setValue] = useState("");
  const reason = useSignal(signInReason);
  const submit = (event) => {
    event.preventDefault();
    value.trim() && onToken(value.trim());
  };
  return html`
    <main class="sign-in">
      <form onSubmit=${submit}>
        <h1><img src="icon.svg" alt="" width="28" height="28" /> Rampart</h1>
        <label for="token">Access token</label>
        <input id="token" type="password" autocomplete="off" autofocus value=${value}
          onInput=${(e) => setValue(e.target.value)} />
        <button class="primary" type="submit" disabled=${!value.trim()}>Sign in</button>
        ${(problem || reason) && html`<p class="error" role="alert">${problem?.message ?? reason}</p>`}
        <p class="hint">
          ${"The demo prints a link with a one-time token on its terminal. An installation has its tokens in the section "}
          <code>access</code> of its configuration. The token stays in this tab.
        </p>
      </form>
    </main>
  `;
}
