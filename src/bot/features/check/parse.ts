import { type AmountProblem, type Cents, parseAmount } from "../../../lib/money.ts";
import { fail, type Outcome, succeed } from "../../../lib/outcome.ts";
import { bound } from "../../../lib/text.ts";

/** A payment somebody thinks of. `merchant` as it was typed. */
export type Purchase = { amount: Cents; merchant?: string };
/** `merchant` is known also where the amount can be read two ways. */
export type PurchaseProblem = { problem: AmountProblem; merchant?: string };

const LONGEST_TEXT = 120;
const LONGEST_MERCHANT = 40;
/** `1 000,50 $` is three words. */
const MOST_AMOUNT_WORDS = 4;

const ASKED =
  /^\/?(?:check|will it pass|проверь|проверить|пройд[её]т(?: ли)?) (?:card |карту |карта )?[·•*#№]? ?(?<digits>\d{4})(?: (?<rest>\S.*))?$/u;

/** A question without a card that can be read. */
const BARE = /^(?:\/check(?:@\w+)?(?: .*)?|check|will it pass|проверь|проверить|пройд[её]т(?: ли)?)$/u;

/** Behind the amount; `parseAmount` would take it for the shop's name once it stands alone. */
const OTHER_MONEY = /^(?:(?!\$)\p{Sc}|euros?$|eur$|евро$|руб|gbp$|pounds?$)/iu;

/** Whether the question was begun, but names no card: then it is answered with how to ask it. */
export const isBareCheck = (text: string): boolean => BARE.test(tidy(text.slice(0, LONGEST_TEXT)));

/** Reads `/check 2039 49.99 netflix`, `проверь 2039 49,99 netflix`; undefined for any other text. */
export function readCheck(text: string): { digits: string; purchase?: Outcome<Purchase, PurchaseProblem> } | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const { digits, rest } = ASKED.exec(tidy(text))?.groups ?? {};
  if (!digits) return undefined;
  return { digits, ...(rest && { purchase: readPurchase(rest) }) };
}

const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s?!]+$/, "")
    .trim();

/** Reads `49.99 netflix`, `1 000,50 $ в ozon`, `49.99`: as many of the first words as make an amount, then the shop. */
export function readPurchase(text: string): Outcome<Purchase, PurchaseProblem> {
  const words = text.slice(0, LONGEST_TEXT).replace(/\s+/g, " ").trim().split(" ");
  if (OTHER_MONEY.test(words[1] ?? "")) return fail({ problem: { kind: "other-currency" } });
  for (let count = Math.min(words.length, MOST_AMOUNT_WORDS); count > 0; count--) {
    const amount = parseAmount(words.slice(0, count).join(" "));
    const merchant = merchantOf(words.slice(count));
    if (amount.ok) return amount.value > 0 ? succeed({ amount: amount.value, ...merchant }) : negative(merchant);
    if (amount.failure.kind === "ambiguous" || count === 1) return fail({ problem: amount.failure, ...merchant });
  }
  return fail({ problem: { kind: "empty" } });
}

const negative = (merchant: { merchant?: string }) => fail({ problem: { kind: "negative" as const }, ...merchant });

function merchantOf(words: string[]): { merchant?: string } {
  const [first = ""] = words;
  const named = bound(
    (/^(?:at|in|on|for|в|на|у|за)$/i.test(first) ? words.slice(1) : words).join(" "),
    LONGEST_MERCHANT,
  );
  return named ? { merchant: named } : {};
}
