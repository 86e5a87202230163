import { type Cents, parseAmount } from "../lib/money.ts";
import type { SettingProblem } from "./amount-setting.ts";

/** Amounts that notifications hang on: what is offered, in cents; any other within the bounds may be typed. */
export const NOTICE_AMOUNTS: readonly Cents[] = [500, 1_000, 2_000, 5_000, 10_000, 50_000];

const LEAST: Cents = 100;
const MOST: Cents = 10_000_000;

/** Reads what was typed. */
export function readNoticeAmount(text: string): { amount: Cents } | SettingProblem {
  const parsed = parseAmount(text);
  if (!parsed.ok) return parsed.failure;
  return noticeAmountProblem(parsed.value) ?? { amount: parsed.value };
}

/** Undefined when the amount may be set. */
export function noticeAmountProblem(cents: Cents): SettingProblem | undefined {
  if (!(cents >= LEAST)) return { kind: "too-little", limit: LEAST };
  return Number.isSafeInteger(cents) && cents <= MOST ? undefined : { kind: "too-much", limit: MOST };
}
