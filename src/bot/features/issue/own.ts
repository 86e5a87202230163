import { openHolds } from "../../../cryptocardy/holds.ts";
import type { Bin, Card, Transaction } from "../../../cryptocardy/types.ts";
import { bound } from "../../../lib/text.ts";
import { explainDecline } from "../../../notifications/tell/decline.ts";
import { shopMark } from "../../../notifications/tell/habits.ts";
import type { BinChoice } from "./bins.ts";

/** Of fewer payments no share is told: a single decline among ten is as likely chance as not. */
export const LEAST_PAYMENTS = 20;
export const MOST_SHOPS = 5;
const MOST_BINS_A_SHOP = 3;
const LONGEST_SHOP = 40;

/** How payments went with one BIN. `refused`: by the shop or the provider, not for a reason on the person's side. */
export type Tally = Pick<BinChoice, "id" | "network"> & { passed: number; refused: number };

/** What somebody's own payments say of the kinds of card they have used. Plain JSON: it lives in a conversation. */
export type OwnFigures = {
  /** The most used first. */
  bins: Tally[];
  /** The shops paid at most often, each with its BINs. An empty name: the provider names none. */
  shops: { name: string; bins: Tally[] }[];
  /** Declines that say nothing of a BIN: no money, a frozen card, a limit, a wrong code and the like. Not in `refused`. */
  ownSide: number;
  /** Of the refused, those for which no reason was named. */
  unexplained: number;
  /** Older movements than of this moment (epoch ms) exist, but were not read. */
  since?: number;
};

/** `capped`: older movements exist and were not read. `cards` may be more than those that paid. */
export type OwnOf = {
  items: readonly Transaction[];
  capped: boolean;
  cards: readonly Pick<Card, "id" | "binId" | "network">[];
  bins: readonly Pick<Bin, "id" | "maxTransaction" | "maxMonthly">[];
};

type Attempt = { bin: Pick<Tally, "id" | "network">; name: string; outcome: "passed" | "refused" | "own-side" };

/** Counts each payment once, by the BIN of its card; payments of cards that are not given are left out. */
export function ownFigures({ items, capped, cards, bins }: OwnOf): OwnFigures {
  const binOf = new Map(cards.map(({ id, binId, network }) => [id, { id: binId, network }]));
  const limits = new Map(bins.map((bin) => [bin.id, bin]));
  const holds = new Set(openHolds(items));
  const attempts: Attempt[] = [];
  let unexplained = 0;
  for (const item of items) {
    const bin = binOf.get(item.cardId);
    if (!bin) continue;
    const name = bound(item.merchant.name, LONGEST_SHOP);
    if (isDecline(item)) {
      const outcome = isRefusal(item, limits.get(bin.id)) ? "refused" : "own-side";
      if (outcome === "refused" && !item.declineReason) unexplained += 1;
      attempts.push({ bin, name, outcome });
    } else if (item.type === "settlement" || holds.has(item)) attempts.push({ bin, name, outcome: "passed" });
  }
  const counted = attempts.filter(({ outcome }) => outcome !== "own-side");
  const shops = [...Map.groupBy(counted, ({ name }) => shopMark(name)).values()];
  return {
    bins: talliesOf(counted),
    shops: shops
      .toSorted((one, other) => other.length - one.length)
      .slice(0, MOST_SHOPS)
      .map((of) => ({ name: of[0]?.name ?? "", bins: talliesOf(of).slice(0, MOST_BINS_A_SHOP) })),
    ownSide: attempts.length - counted.length,
    unexplained,
    ...(capped && items.length > 0 && { since: Math.min(...items.map(({ createdAt }) => createdAt)) }),
  };
}

/** How a share of one's own stands beside the advertised one (percent). */
export type Standing = "too-few" | "unstated" | "below" | "alike" | "above";

/**
 * Whether the advertised share can be true of these payments: it lies outside what 95 of 100 such series of payments would
 * come to (Wilson's interval), or it does not.
 */
export function standing({ passed, refused }: Tally, advertised: number | undefined): Standing {
  const count = passed + refused;
  if (count < LEAST_PAYMENTS) return "too-few";
  if (advertised === undefined) return "unstated";
  const [z, share] = [1.96, passed / count];
  const middle = share + (z * z) / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const whole = 1 + (z * z) / count;
  if (advertised / 100 > (middle + reach) / whole) return "below";
  return advertised / 100 < (middle - reach) / whole ? "above" : "alike";
}

/** Whole percent; neither 0 nor 100 unless it is exactly that. */
export function percentOf({ passed, refused }: Tally): number {
  const rounded = Math.round((passed / (passed + refused)) * 100);
  if (passed === 0 || refused === 0) return rounded;
  return Math.min(99, Math.max(1, rounded));
}

function talliesOf(attempts: readonly Attempt[]): Tally[] {
  const passed = (of: Attempt[]): number => of.filter(({ outcome }) => outcome === "passed").length;
  return [...Map.groupBy(attempts, ({ bin }) => bin.id).values()]
    .flatMap((of) => (of[0] ? [{ ...of[0].bin, passed: passed(of), refused: of.length - passed(of) }] : []))
    .toSorted((one, other) => other.passed + other.refused - one.passed - one.refused);
}

const isDecline = ({ type, status }: Transaction): boolean =>
  type === "decline" || (type === "authorization" && status === "declined");

/** A decline for which no reason is known that lies with the person, the card or a limit that was told beforehand. */
function isRefusal(declined: Transaction, bin: OwnOf["bins"][number] | undefined): boolean {
  const { amount, merchant, declineReason, balanceAfter, createdAt } = declined;
  const told = {
    amount: Math.abs(amount),
    ...(declineReason && { reason: declineReason }),
    ...(balanceAfter !== undefined && { balance: balanceAfter }),
    ...(merchant.mcc && { mcc: merchant.mcc }),
  };
  return explainDecline(told, { now: createdAt, ...(bin && { bin }) }).cause === "unknown";
}
