/** Numbers and times as people read them. */
const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "short" });

const MISSING = "–";
const BEGINNING = "the beginning";
const NUMBER = /^-?\d+(\.\d+)?(E-?\d+)?$/;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
];

export const count = (value) => (value == null ? MISSING : whole.format(value));
export const score = (value) => (value == null ? MISSING : value.toFixed(3));
export const percent = (share) => (share == null ? MISSING : `${(share * 100).toFixed(1)} %`);

/** A number of any kind, be it written as text; other text and truth values as they are. */
export function amount(given) {
  if (given == null || Number.isNaN(given)) {
    return MISSING;
  }
  const value = NUMBER.test(given) ? Number(given) : given;
  if (typeof value !== "number") {
    return String(value);
  }
  return Math.abs(value) >= 10_000 ? whole.format(value) : short.format(value);
}

export const time = (iso) => (iso ? clock.format(new Date(iso)) : MISSING);

/** Day and time; the day only when it is not today. */
export function moment(iso) {
  if (!iso) {
    return MISSING;
  }
  const date = new Date(iso);
  if (date.getTime() === 0) {
    return BEGINNING;
  }
  const today = date.toDateString() === new Date().toDateString();
  return today ? clock.format(date) : `${day.format(date)} ${clock.format(date)}`;
}

/** A span of seconds, in its greatest unit. */
export function span(seconds) {
  const [size, unit] = UNITS.find(([least]) => seconds >= least) ?? [1, "s"];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** A duration in ISO-8601, as people say it. */
export function duration(iso) {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(iso) ?? [];
  return span(days * 86_400 + hours * 3_600 + minutes * 60 + Number(seconds));
}

export function ago(iso) {
  return iso ? `${span(Math.max(0, (Date.now() - Date.parse(iso)) / 1000))} ago` : MISSING;
}

/** Words of a constant: `TIME_OUT` is `time out`. */
export const words = (constant) => String(constant ?? "").toLowerCase().replaceAll("_", " ");

export const bytes = (size) =>
  size == null ? MISSING : size < 1024 ? `${size} B` : `${(size / 1024).toFixed(1)} KiB`;
