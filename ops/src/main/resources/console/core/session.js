/** Who is signed in. The token lives in this tab's sessionStorage and nowhere else. */
import { signal } from "./signal.js";

const TOKEN = "rampart.token";

/** `{name, role, permissions}`, or null while nobody is signed in. */
export const person = signal(null);

/** Why nobody is signed in, in words; empty at first. */
export const signInReason = signal("");

export const token = () => sessionStorage.getItem(TOKEN) ?? "";

export const may = (permission) => person.get()?.permissions.includes(permission) ?? false;

export function keepToken(value) {
  sessionStorage.setItem(TOKEN, value);
}

export function signOut(reason = "") {
  sessionStorage.removeItem(TOKEN);
  signInReason.set(reason);
  person.set(null);
}

/** Takes the token out of the address, so that it stays in no history and no screenshot. */
export function takeTokenFromAddress() {
  const match = /^#token=([^&]+)/.exec(location.hash);
  if (match) {
    keepToken(decodeURIComponent(match[1]));
    history.replaceState(null, "", location.pathname);
  }
}
