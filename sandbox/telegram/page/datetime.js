import { now } from "./clock.js";

// `date_time` entities: a moment that is shown in the reader's own zone and language.

const UNITS = /** @type {const} */ ([
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
]);

/**
 * @param {number} unix seconds
 * @param {string} format `r` relative; otherwise any of `w` weekday, `d`/`D` short/long date, `t`/`T` short/long time
 * @param {string} language
 * @param {number} [at] the present, in milliseconds
 */
export function formatMoment(unix, format, language, at = now()) {
  if (format === "r") return relative(unix - at / 1000, language);
  /** @type {Intl.DateTimeFormatOptions} */
  const options = {};
  if (format.includes("w")) options.weekday = "long";
  if (format.includes("d")) Object.assign(options, { day: "numeric", month: "short", ...yearIfOther(unix, at) });
  if (format.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(format)) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (format.includes("T")) options.second = "2-digit";
  return new Intl.DateTimeFormat(language, options).format(unix * 1000);
}

/** @param {number} seconds from now; negative is the past @param {string} language */
function relative(seconds, language) {
  const size = Math.abs(seconds);
  const [unit, length] = UNITS.find(([, long]) => size >= long) ?? ["second", 1];
  const count = Math.trunc(seconds / length);
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(count, unit);
}

/** @param {number} unix @param {number} at @returns {Intl.DateTimeFormatOptions} */
function yearIfOther(unix, at) {
  return new Date(unix * 1000).getFullYear() === new Date(at).getFullYear() ? {} : { year: "numeric" };
}

/** @param {number} at milliseconds @param {string} language */
export const clockTime = (at, language) =>
  new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(at);

/** The day above the first message of that day. @param {number} at milliseconds @param {string} language @param {string} today the word */
export function dayTitle(at, language, today) {
  const day = new Date(at);
  if (day.toDateString() === new Date(now()).toDateString()) return today;
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long" }).format(day);
}

/** Keeps "in 4 minutes" true on every element that `entities.js` has marked. @param {string} language */
export function keepTimesLive(language) {
  const timer = setInterval(() => {
    for (const element of document.querySelectorAll("time[data-format='r']")) {
      const text = formatMoment(Number(element.getAttribute("data-unix")), "r", language);
      if (element.textContent !== text) element.textContent = text;
    }
  }, 1000);
  return () => clearInterval(timer);
}
