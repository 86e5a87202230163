import type { Bin, Card } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";

/** All that is known beforehand of a payment. What is absent is not known. */
export type CheckFacts = {
  amount: Cents;
  card: Pick<Card, "status" | "balance" | "spendingLimit" | "allowedCategories" | "expiresAt">;
  bin?: Pick<Bin, "threeDs" | "maxTransaction" | "maxMonthly">;
  /** Spent with the card this month. */
  spent?: Cents;
  /** What the shop's earlier payments tell of it. */
  shop?: { mcc?: string; category?: string };
  /** Epoch ms. */
  now: number;
};

/** `warning`: it may pass, or not, for a reason that lies with the shop. */
export type Verdict = "yes" | "no" | "warning" | "unknown";

export type CheckLine = { verdict: Verdict } & (
  | { about: "status"; status: string }
  | { about: "expiry"; expiresAt: number }
  | { about: "balance"; balance: Cents; missing: Cents }
  | { about: "limit" | "payment-max" | "month-max"; limit: Cents; left: Cents }
  | { about: "category" | "secure" }
);

/**
 * Whether a payment would pass, reason by reason, as far as it can be told beforehand. A reason that does not apply (no
 * monthly limit, say) has no line. The shop and its bank may still refuse.
 */
export function checkPayment({ amount, card, bin, spent, shop, now }: CheckFacts): CheckLine[] {
  const { balance, spendingLimit, expiresAt } = card;
  const missing = Math.max(0, amount - balance);
  return [
    { about: "status", status: card.status, verdict: card.status === "active" ? "yes" : "no" },
    ...(expiresAt === undefined ? [] : [{ about: "expiry" as const, expiresAt, verdict: yesOrNo(now <= expiresAt) }]),
    { about: "balance", balance, missing, verdict: yesOrNo(missing === 0) },
    ...(spendingLimit === undefined ? [] : [inMonth("limit", spendingLimit, amount, spent)]),
    ...(bin?.maxTransaction === undefined
      ? []
      : [
          {
            about: "payment-max" as const,
            limit: bin.maxTransaction,
            left: bin.maxTransaction,
            verdict: yesOrNo(amount <= bin.maxTransaction),
          },
        ]),
    ...(bin?.maxMonthly === undefined ? [] : [inMonth("month-max", bin.maxMonthly, amount, spent)]),
    { about: "category", verdict: category(card.allowedCategories ?? [], shop) },
    ...(bin ? [{ about: "secure" as const, verdict: bin.threeDs ? ("yes" as const) : ("warning" as const) }] : []),
  ];
}

/** All lines in one word. */
export function inAll(lines: readonly CheckLine[]): "yes" | "no" | "perhaps" {
  if (lines.some(({ verdict }) => verdict === "no")) return "no";
  return lines.every(({ verdict }) => verdict === "yes") ? "yes" : "perhaps";
}

function inMonth(about: "limit" | "month-max", limit: Cents, amount: Cents, spent: Cents | undefined): CheckLine {
  // Even with nothing spent yet, more than the limit is too much.
  if (spent === undefined) return { about, limit, left: limit, verdict: amount > limit ? "no" : "unknown" };
  const left = Math.max(0, limit - spent);
  return { about, limit, left, verdict: yesOrNo(amount <= left) };
}

/** An empty list allows everything; entries are codes or names of categories. */
function category(allowed: readonly string[], shop: CheckFacts["shop"]): Verdict {
  if (allowed.length === 0) return "yes";
  const names = [shop?.mcc, shop?.category].flatMap((name) => (name ? [name.toLowerCase()] : []));
  if (names.length === 0) return "unknown";
  return yesOrNo(allowed.some((entry) => names.includes(entry.toLowerCase())));
}

const yesOrNo = (passes: boolean): Verdict => (passes ? "yes" : "no");
