import { fail, type Outcome, succeed } from "./outcome.ts";

/** US dollars in whole cents: the only form in which money is added, compared or stored here. */
export type Cents = number;

/** Why a typed amount cannot be taken. `ambiguous`: `1,000` may be a thousand or one; the person picks a reading. */
export type AmountProblem =
  | { kind: "empty" | "not-a-number" | "too-many-decimals" | "negative" | "other-currency" }
  | { kind: "ambiguous"; readings: [Cents, Cents] };

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;
// Sums of doubles drift by far less than this; a third decimal is far more.
const DRIFT = 1e-6;

/** Dollars as the API writes them (JSON number, or a text such as `"487.50"`) to cents. Throws RangeError when there are no such cents. */
export function centsFromApi(value: number | string): Cents {
  const dollars = typeof value === "number" ? value : PLAIN_DECIMAL.test(value.trim()) ? Number(value) : Number.NaN;
  const cents = Math.round(dollars * 100);
  // The second test is for amounts so large that multiplying alone drifts.
  if (!Number.isSafeInteger(cents) || (Math.abs(dollars * 100 - cents) > DRIFT && cents / 100 !== dollars)) {
    throw new RangeError("not an amount in cents");
  }
  return cents === 0 ? 0 : cents;
}

/** Cents to dollars for the API: the shortest JSON number that reads back as the same cents. Throws RangeError on fractions of a cent. */
export function centsToApi(cents: Cents): number {
  if (!Number.isSafeInteger(cents)) throw new RangeError("not a whole number of cents");
  return cents / 100;
}

// Of what NFKC leaves: letters are compared in lower case, and every Unicode space has become a plain one.
const DOLLAR = "(?:us\\$|\\$|(?<!\\p{L})(?:usd|dollars?)(?!\\p{L})|(?<!\\p{L})долл(?:\\.|ар\\p{L}*)?(?!\\p{L}))";
const LEADING = new RegExp(`^([-\u2212\u2013]?) ?${DOLLAR}? ?([-\u2212\u2013]?) ?`, "u");
const TRAILING = new RegExp(` ?${DOLLAR}$`, "u");
const THOUSAND = / ?[kк]$/u;
const OTHER_SIGN = /[\p{Sc}--$]|\p{L}\$/v;
const OTHER_WORD =
  /(?<!\p{L})(?:руб\p{L}*|р|евро|гр(?:н|ив)\p{L}*|тенге|тг|фунт\p{L}*|юан\p{L}*|иен\p{L}*|лир\p{L}*|euros?|pounds?|rur|btc|eth|sol|usdt|usdc|xmr|ton)(?!\p{L})/u;
const LATIN_WORD = /(?<!\p{L})[a-z]{3}(?!\p{L})/gu;
const ISO_CODES = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));
const APOSTROPHES = /['`\u00b4\u2019\u02bc\u2032]/g;
const GROUPED_BY_SPACE = /^(?:\d+|\d{1,3}(?: \d{3})+)$/;

/**
 * An amount of dollars as people type it, in either language: `25`, `$25`, `25,5`, `1 000,50`, `1,000.50`, `1.000,50`, `1k`.
 * With both separators the last is the decimal one; one separator and three digits is for the person to decide.
 */
export function parseAmount(text: string): Outcome<Cents, AmountProblem> {
  // NFKC would make 52 of 5².
  if (/\p{No}/u.test(text)) return fail({ kind: "not-a-number" });
  const typed = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\u200b]+/g, " ")
    .trim();
  const signs = LEADING.exec(typed);
  const bare = typed.replace(LEADING, "").replace(TRAILING, "");
  if (bare === "" && !signs?.[1] && !signs?.[2]) return fail({ kind: "empty" });
  if (namesOtherCurrency(bare)) return fail({ kind: "other-currency" });
  const figures = bare.replace(THOUSAND, "");
  const outcome = readFigures(figures.replace(APOSTROPHES, " "), figures === bare ? 0 : 3);
  const negative = Boolean(signs?.[1] || signs?.[2]);
  if (negative && (outcome.ok || outcome.failure.kind !== "not-a-number")) return fail({ kind: "negative" });
  return outcome;
}

function namesOtherCurrency(text: string): boolean {
  if (OTHER_SIGN.test(text) || OTHER_WORD.test(text)) return true;
  return (text.match(LATIN_WORD) ?? []).some((word) => ISO_CODES.has(word) && word !== "usd");
}

/** Digits and separators only; `shift` moves the point to the right (3 for `1.5k`). */
function readFigures(text: string, shift: number): Outcome<Cents, AmountProblem> {
  if (!/^[\d., ]*\d$/.test(text)) return fail({ kind: "not-a-number" });
  const separators = text.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return cents(text, "", shift);

  const at = text.lastIndexOf(last);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^\d+$/.test(after)) return fail({ kind: "not-a-number" });
  const others = separators.slice(0, -1);
  if (others.length === 0) {
    if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) return twoReadings(before, after, shift);
    return cents(before, after, shift);
  }
  const group = others[0] ?? "";
  if (others.some((separator) => separator !== group)) return fail({ kind: "not-a-number" });
  // `1,000,000`: the separators are all alike, so none of them is a decimal point.
  const whole = group === last ? text : before;
  const parts = whole.split(group);
  const grouped = parts.every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  if (!grouped) return fail({ kind: "not-a-number" });
  return cents(parts.join(""), group === last ? "" : after, shift);
}

function twoReadings(before: string, after: string, shift: number): Outcome<Cents, AmountProblem> {
  const thousands = cents(before + after, "", shift);
  const units = cents(before, shift > 0 ? after : after.slice(0, 2), shift);
  if (!thousands.ok || !units.ok) return fail({ kind: "not-a-number" });
  return fail({ kind: "ambiguous", readings: [thousands.value, units.value] });
}

function cents(whole: string, decimals: string, shift: number): Outcome<Cents, AmountProblem> {
  if (whole !== "" && !GROUPED_BY_SPACE.test(whole)) return fail({ kind: "not-a-number" });
  if (decimals.length > shift + 2) return fail({ kind: "too-many-decimals" });
  const value = Number(whole.replaceAll(" ", "") + decimals.padEnd(shift + 2, "0"));
  return Number.isSafeInteger(value) ? succeed(value) : fail({ kind: "not-a-number" });
}
