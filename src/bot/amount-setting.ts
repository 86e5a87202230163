import type { Card, CardChanges } from "../cryptocardy/types.ts";
import { type AmountProblem, type Cents, parseAmount } from "../lib/money.ts";
import type { Act } from "../notifications/outgoing.ts";

/** The two settings of a card that are an amount: its monthly limit, and where it freezes by itself. */
export type AmountSetting = "limit" | "freeze-at";

/** Which act opens the screen of a setting, and which one sets it (the amount in cents is its `arg`). */
const ACTS: Record<AmountSetting, { open: string; set: string }> = {
  limit: { open: "card.limit", set: "limit.set" },
  "freeze-at": { open: "card.autofreeze", set: "freezeat.set" },
};

/** What is offered; the API names no bounds. */
export const PRESETS: Record<AmountSetting, Cents[]> = {
  limit: [10_000, 50_000, 100_000, 200_000],
  "freeze-at": [5_000, 10_000, 50_000, 100_000],
};

const LEAST: Cents = 100;
const MOST: Cents = 100_000_000;

export type SettingProblem = AmountProblem | { kind: "too-little" | "too-much"; limit: Cents };

export const openAct = (kind: AmountSetting, wallet: string, id: string): Act => ({
  name: ACTS[kind].open,
  wallet,
  id,
});

export const setAct = (kind: AmountSetting, wallet: string, id: string, amount: Cents): Act => ({
  name: ACTS[kind].set,
  wallet,
  id,
  arg: String(amount),
});

/** Reads what was typed. Only auto-freeze knows 0: it turns it off. A monthly limit of nothing would be a freeze. */
export function readSetting(kind: AmountSetting, text: string): { amount: Cents } | SettingProblem {
  const parsed = parseAmount(text);
  if (!parsed.ok) return parsed.failure;
  return checkSetting(kind, parsed.value) ?? { amount: parsed.value };
}

/** Undefined when the amount may be set. */
export function checkSetting(kind: AmountSetting, amount: Cents): SettingProblem | undefined {
  if (kind === "freeze-at" && amount === 0) return undefined;
  if (!(amount >= LEAST)) return { kind: "too-little", limit: LEAST };
  return amount > MOST ? { kind: "too-much", limit: MOST } : undefined;
}

export const changesFor = (kind: AmountSetting, amount: Cents): CardChanges =>
  kind === "limit" ? { spendingLimit: amount } : { autoFreezeAt: amount };

/** Whether the card shows the amount that was set: an API may answer with success and keep the old one. */
export const tookIt = (kind: AmountSetting, card: Card, amount: Cents): boolean =>
  (kind === "limit" ? card.spendingLimit : (card.autoFreezeAt ?? 0)) === amount;
