import { FUNDING } from "../../cryptocardy/funding.ts";
import type { Bin, Card } from "../../cryptocardy/types.ts";
import type { Cents } from "../../lib/money.ts";

export type DeclineCause =
  | "terminated"
  | "inactive"
  | "frozen"
  | "expired"
  | "code-late"
  | "code-wrong"
  | "details"
  | "category"
  | "payment-maximum"
  | "month-maximum"
  | "limit"
  | "insufficient"
  | "unknown";

/** What was asked of the card, and what the provider said. Amounts in cents without a sign. */
export type Declined = { amount: Cents; reason?: string; balance?: Cents; mcc?: string; category?: string };

/** What is known of the card besides, as far as it is. `spent`: in this month. `now`: epoch ms. */
export type CardState = {
  card?: Card;
  bin?: Pick<Bin, "maxTransaction" | "maxMonthly">;
  spent?: Cents;
  now: number;
};

/** Why, and with what to mend it: `missing` is what the card lacks, `bound` the limit that was met, in cents. */
export type Explanation = { cause: DeclineCause; missing?: Cents; bound?: Cents };

// The reference names no reasons: these are the words that card programmes use for them. The first that fits counts.
const NAMED: [RegExp, DeclineCause][] = [
  [/insufficient|not.?enough|no.?funds|low.?balance/, "insufficient"],
  [/(3.?ds|otp|code|challenge|authentication).*(expired|timed?.?out|late)/, "code-late"],
  [/3.?ds|otp|authentication|challenge|secure/, "code-wrong"],
  [/terminated|closed|cancel+ed/, "terminated"],
  [/not.?active|inactive|pending|not.?activated/, "inactive"],
  [
    /(incorrect|invalid|wrong|mismatch).*(exp|cvv|cvc|pan|number|card)|cvv|cvc|avs|card.?number|invalid.?card/,
    "details",
  ],
  [/expired/, "expired"],
  [/frozen|suspended|blocked.?card|card.?blocked|locked/, "frozen"],
  [/categor|mcc|merchant.?(not.?allowed|blocked|restricted)/, "category"],
  [/bin.*(month|limit)|programme|program.?limit/, "month-maximum"],
  [/(transaction|payment|single).*(limit|max|amount|exceed)|max.*(transaction|amount)/, "payment-maximum"],
  [/limit|exceed|over.?spend|velocity/, "limit"],
  [/blocked|suspended/, "frozen"],
];

/** The cause that the provider's word names, if it names one. */
export const namedCause = (reason: string | undefined): DeclineCause | undefined =>
  reason === undefined ? undefined : NAMED.find(([pattern]) => pattern.test(reason.toLowerCase()))?.[1];

/**
 * Why a payment was declined: by the provider's word, or else by what is known of the card, in the order in which a card
 * is checked. What cannot be told is `unknown`.
 */
export function explainDecline(declined: Declined, state: CardState): Explanation {
  const cause = namedCause(declined.reason) ?? seenCause(declined, state) ?? "unknown";
  const { card, bin } = state;
  const balance = declined.balance ?? card?.balance;
  switch (cause) {
    case "insufficient":
      return {
        cause,
        ...(balance !== undefined && balance < declined.amount && { missing: missingOf(declined.amount, balance) }),
      };
    case "inactive":
      return { cause, ...(balance !== undefined && { missing: missingOf(declined.amount, balance) }) };
    case "limit":
      return { cause, ...boundOf(card?.spendingLimit) };
    case "payment-maximum":
      return { cause, ...boundOf(bin?.maxTransaction) };
    case "month-maximum":
      return { cause, ...boundOf(bin?.maxMonthly) };
    default:
      return { cause };
  }
}

function seenCause(declined: Declined, { card, bin, spent = 0, now }: CardState): DeclineCause | undefined {
  const { amount, balance = card?.balance } = declined;
  const rungs: [boolean, DeclineCause][] = [
    [card?.status === "terminated", "terminated"],
    [card?.status === "pending_top_up", "inactive"],
    [card?.status === "frozen", "frozen"],
    [card?.expiresAt !== undefined && card.expiresAt < now, "expired"],
    [!isAllowed(declined, card?.allowedCategories), "category"],
    [bin?.maxTransaction !== undefined && amount > bin.maxTransaction, "payment-maximum"],
    [bin?.maxMonthly !== undefined && spent + amount > bin.maxMonthly, "month-maximum"],
    [!!card?.spendingLimit && spent + amount > card.spendingLimit, "limit"],
    [balance !== undefined && amount > balance, "insufficient"],
  ];
  return rungs.find(([applies]) => applies)?.[1];
}

/** An empty list allows everything; its entries are codes or names of categories. Without either nothing can be told. */
function isAllowed({ mcc, category }: Declined, allowed: string[] = []): boolean {
  if (allowed.length === 0 || (!mcc && !category)) return true;
  return allowed.some((entry) => entry === mcc || entry.toLowerCase() === category?.toLowerCase());
}

/** With what a card has to be funded to pay an amount that its balance does not cover. */
export const missingOf = (amount: Cents, balance: Cents): Cents => Math.max(FUNDING.least, amount - balance);
const boundOf = (bound: Cents | undefined) => (bound === undefined ? {} : { bound });
