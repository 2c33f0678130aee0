/** Addresses of screens: `#/screen/part/part?name=value`. */
import { useEffect, useState } from "./view.js";

function route() {
  const [where, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [screen = "", ...parts] = where.split("/").map(decodeURIComponent);
  return { screen, parts, query: new URLSearchParams(query) };
}

export const to = (...parts) => `#/${parts.map(encodeURIComponent).join("/")}`;

export function go(address) {
  location.hash = address.replace(/^#/, "");
}

/** Puts a choice into the address without a step in the history. */
export function keepInQuery(query) {
  const [where] = location.hash.split("?");
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  history.replaceState(null, "", (where || "#/") + (text && `?${text}`));
}

export function useRoute() {
  const [now, setNow] = useState(route);
  useEffect(() => {
    const update = () => setNow(route());
    addEventListener("hashchange", update);
    return () => removeEventListener("hashchange", update);
  }, []);
  return now;
}
