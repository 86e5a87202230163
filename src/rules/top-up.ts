import type { Cents } from "../lib/money.ts";
import type { Day } from "../lib/zone.ts";
import type { TopUpRule } from "../store/rules.ts";

/** What holds when a rule is asked. Cents; the day is the person's. */
export type TopUpFacts = { card: Cents; wallet: Cents; day: Day };

export type TopUp =
  | { kind: "add"; amount: Cents }
  /** There is enough on the card, or the rule is off. */
  | { kind: "nothing" }
  /** It would be more than a day may have. */
  | { kind: "day-full"; moved: Cents }
  /** The wallet would keep too little. */
  | { kind: "wallet-low" };

export const DEFAULT_TOP_UP: TopUpRule = { below: 2_000, add: 5_000, perDay: 20_000, keep: 0, off: true };

/** What the person may choose from, in cents. */
export const TOP_UP_CHOICES = {
  below: [1_000, 2_000, 5_000, 10_000],
  add: [2_000, 5_000, 10_000, 20_000],
  perDay: [5_000, 10_000, 20_000, 50_000, 100_000],
  keep: [0, 5_000, 10_000, 50_000],
} as const satisfies Record<"below" | "add" | "perDay" | "keep", readonly Cents[]>;

/** Whether and how much: always the whole amount or nothing, never past the day's cap, never below what the wallet keeps. */
export function topUpNow(rule: TopUpRule, { card, wallet, day }: TopUpFacts): TopUp {
  if (rule.off || card >= rule.below) return { kind: "nothing" };
  const moved = movedOn(rule, day);
  if (moved + rule.add > rule.perDay) return { kind: "day-full", moved };
  if (wallet - rule.add < rule.keep) return { kind: "wallet-low" };
  return { kind: "add", amount: rule.add };
}

/** What the rule has moved on a day. */
export const movedOn = (rule: TopUpRule, day: Day): Cents => (rule.day === day ? (rule.moved ?? 0) : 0);

const MOST_REMEMBERED = 20;

/** The rule with one more movement in it, after the payment that caused it. The same payment counts once. */
export function withMoved(rule: TopUpRule, day: Day, amount: Cents, paymentId: string): TopUpRule {
  if (hasMoved(rule, paymentId)) return rule;
  const after = [...(rule.after ?? []), paymentId].slice(-MOST_REMEMBERED);
  return { ...rule, day, moved: movedOn(rule, day) + amount, after };
}

export const hasMoved = (rule: TopUpRule, paymentId: string): boolean => rule.after?.includes(paymentId) ?? false;
