/** The one way to the service. */
import { notices } from "./notices.js";
import { signOut, token } from "./session.js";

const TRIES = 6;
const LONGEST_WAIT_S = 30;

/** An answer that says what went wrong, in the words of its problem+json. */
export class Problem extends Error {
  constructor(status, document) {
    super(document.detail ?? document.title ?? `The service answered ${status}.`);
    this.status = status;
    this.title = document.title ?? `Status ${status}`;
    this.problems = document.problems ?? [];
  }
}

export const get = (path, signal) => call("GET", path, undefined, signal);
export const post = (path, body) => call("POST", path, body);

/** A path with its query; what is empty is left out. */
export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== "" && value != null);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

/** A path whose parts may hold any character. */
export const path = (...parts) => `/v1/${parts.map(encodeURIComponent).join("/")}`;

export async function call(method, where, body, signal) {
  for (let tries = 1; ; tries++) {
    const answer = await send(method, where, body, signal);
    if (answer.ok) {
      return answer.status === 204 ? null : answer.json();
    }
    if (![429, 503].includes(answer.status) || tries === TRIES) {
      throw await problem(answer);
    }
    await wait(answer, signal);
  }
}

async function send(method, where, body, signal) {
  const headers = { Accept: "application/json", Authorization: `Bearer ${token()}` };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  try {
    return await fetch(where, { method, headers, signal, body: body && JSON.stringify(body) });
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Problem(0, { title: "No answer", detail: "The instance does not answer. Is it running?" });
  }
}

async function problem(answer) {
  const document = await answer.json().catch(() => ({}));
  const found = new Problem(answer.status, document);
  if (answer.status === 401) {
    signOut(found.message);
  }
  return found;
}

async function wait(answer, signal) {
  const seconds = Math.min(LONGEST_WAIT_S, Number(answer.headers.get("Retry-After")) || 1);
  const why = answer.status === 429 ? "The service is asked too much" : "The instance is rebalancing";
  const notice = notices.show("wait", `${why}; asking again in ${seconds} s.`);
  await new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("left", "AbortError"));
    });
  }).finally(() => notices.hide(notice));
}
