import type { Merchant } from "../../../cryptocardy/types.ts";
import type { PlainKey, Translator } from "../../../i18n.ts";
import { groupOfCode } from "../../../lib/merchant-categories.ts";
import { bound } from "../../../lib/text.ts";
import { mccName } from "./mcc-names.ts";

const SIGNS: Record<string, string> = { authorization: "💳", settlement: "✔️", refund: "↩️", decline: "⛔️" };

/** Stands before the word for the kind of movement, never alone. */
export const movementSign = (type: string): string => SIGNS[type] ?? "▫️";

/** What kind of movement it is; a kind the API has just invented is shown as it is. */
export function movementWord(t: Translator, type: string): string {
  switch (type) {
    case "authorization":
      return t.plain("history-kind-authorization");
    case "settlement":
      return t.plain("history-kind-settlement");
    case "refund":
      return t.plain("history-kind-refund");
    case "decline":
      return t.plain("history-kind-decline");
    default:
      return bound(type, 30);
  }
}

/** `US` -> `🇺🇸 United States` in the reader's language; anything that is no country stays as it is. */
export function countryName(t: Translator, code: string): string {
  const country = code.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) return bound(code, 30);
  const name = new Intl.DisplayNames([t.locale], { type: "region", fallback: "none" }).of(country);
  if (!name) return country;
  const flag = String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
  return `${flag} ${name}`;
}

/** `📣 Ads · advertising services · MCC 7311`: the group, and what the code says; undefined when nothing is known. */
export function categoryWords(t: Translator, { mcc, category }: Merchant): string | undefined {
  const group = mcc && groupOfCode(mcc);
  const name = mcc && mccName(t, mcc);
  const title = group && t.plain(group.title);
  const words = [
    title,
    name && title?.toLowerCase().endsWith(name.toLowerCase()) ? undefined : name,
    !group && !name && category && bound(category.replaceAll("_", " "), 40),
    mcc && `MCC ${bound(mcc, 10)}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(" · ") : undefined;
}

const THREE_DS: Record<string, PlainKey> = {
  authenticated: "history-3ds-authenticated",
  completed: "history-3ds-authenticated",
  success: "history-3ds-authenticated",
  attempted: "history-3ds-attempted",
  not_required: "history-3ds-not-required",
  not_used: "history-3ds-not-required",
  none: "history-3ds-not-required",
  frictionless: "history-3ds-frictionless",
  failed: "history-3ds-failed",
  expired: "history-3ds-expired",
  pending: "history-3ds-pending",
};

/** How the code went, in words. */
export const threeDsWords = (t: Translator, status: string): string => known(t, THREE_DS, status);

const STEPS: Record<string, PlainKey> = {
  created: "history-step-created",
  pending: "history-step-pending",
  challenge: "history-step-challenge",
  "3ds_challenge": "history-step-challenge",
  authenticated: "history-step-authenticated",
  "3ds_completed": "history-step-authenticated",
  authorized: "history-step-authorized",
  authorised: "history-step-authorized",
  authorization: "history-step-authorized",
  approved: "history-step-authorized",
  captured: "history-step-settled",
  settled: "history-step-settled",
  settlement: "history-step-settled",
  completed: "history-step-settled",
  refunded: "history-step-refunded",
  refund: "history-step-refunded",
  reversed: "history-step-reversed",
  declined: "history-step-declined",
  decline: "history-step-declined",
};

/** A step of a payment, in words. */
export const stepWords = (t: Translator, status: string): string => known(t, STEPS, status);

const REASONS: Record<string, PlainKey> = {
  card_not_active: "history-reason-not-active",
  card_frozen: "history-reason-frozen",
  card_terminated: "history-reason-terminated",
  card_expired: "history-reason-expired",
  incorrect_cvv: "history-reason-cvv",
  incorrect_expiry: "history-reason-expiry",
  category_not_allowed: "history-reason-category",
  merchant_category_not_allowed: "history-reason-category",
  transaction_limit_exceeded: "history-reason-transaction-limit",
  bin_monthly_limit_exceeded: "history-reason-bin-limit",
  monthly_limit_exceeded: "history-reason-monthly-limit",
  spending_limit_exceeded: "history-reason-monthly-limit",
  insufficient_funds: "history-reason-funds",
  "3ds_failed": "history-reason-3ds-failed",
  "3ds_expired": "history-reason-3ds-expired",
};

/** Why a payment was declined, in words. */
export const reasonWords = (t: Translator, reason: string): string => known(t, REASONS, reason);

/** A word the API has just invented is shown as it is. */
function known(t: Translator, words: Record<string, PlainKey>, code: string): string {
  const key = Object.hasOwn(words, code.toLowerCase()) ? words[code.toLowerCase()] : undefined;
  return key ? t.plain(key) : bound(code.replaceAll("_", " "), 60);
}
