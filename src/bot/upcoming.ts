import type { Translator } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Cents } from "../lib/money.ts";
import { bound } from "../lib/text.ts";
import { zoneFrom } from "../lib/zone.ts";
import { daysUntil } from "../rules/days.ts";
import type { BotContext } from "./context.ts";
import type { BotDeps } from "./deps.ts";
import { userOf } from "./wallet.ts";

/** A payment that is expected in so many days. Cents. */
export type UpcomingPayment = { cardId: string; merchant: string; amount: Cents; days: number };

/** Every renewal comes once in it, those of a year aside. */
export const MONTH_DAYS = 31;
const MOST_LINES = 5;
const LONGEST_NAME = 40;

type Deps = Pick<BotDeps, "renewals"> & { clock: Clock };

/** Payments of the next days that are known to come again, the soonest first; nobody is asked. */
export async function upcomingPayments(
  ctx: BotContext,
  { renewals, clock }: Deps,
  walletId: string,
  days: number,
): Promise<UpcomingPayment[]> {
  const zone = zoneFrom(ctx.person?.settings.zone);
  const found = await renewals.upcoming(userOf(ctx), walletId, days);
  return found.map(({ cardId, merchant, amount, at }) => ({
    cardId,
    merchant,
    amount,
    days: daysUntil(at, clock.now(), zone),
  }));
}

/** Which of them, in their order, `left` on the card does not pay for. */
export function uncovered(payments: readonly UpcomingPayment[], left: Cents): UpcomingPayment[] {
  let rest = left;
  return payments.filter(({ amount }) => {
    if (amount > rest) return true;
    rest -= amount;
    return false;
  });
}

/** `📅 Tomorrow: NETFLIX ≈ $15.49`. */
export const upcomingLine = (t: Translator, { merchant, amount, days }: UpcomingPayment): string =>
  t.html("home-upcoming", { merchant: bound(merchant, LONGEST_NAME), days, amount: t.money(amount) });

/** A line for each of the next ones, below what is to be said of them; none without payments. */
export function upcomingLines(t: Translator, words: string, payments: readonly UpcomingPayment[]): string[] {
  if (payments.length === 0) return [];
  const more = payments.length - MOST_LINES;
  return [
    "",
    words,
    ...payments.slice(0, MOST_LINES).map((payment) => upcomingLine(t, payment)),
    ...(more > 0 ? [t.html("home-upcoming-more", { more })] : []),
  ];
}
