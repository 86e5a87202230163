/** How often each thing of a wallet is looked at, in milliseconds. */
export type Pace = { codes: number; transactions: number; deposits: number; cards: number };

const HOUR = 3_600_000;
/** Calls an hour that sweeps may use of the 10,000: less when people's own calls and re-fetches need their share. */
const BUDGET = { polled: 6_000, live: 4_000 };
const BASE: Pace = { codes: 4_000, transactions: 15_000, deposits: 25_000, cards: 60_000 };
const CALLS_AN_HOUR = Object.values(BASE).reduce((sum, every) => sum + HOUR / every, 0);
const LIVE_LEAST_MS = 15 * 60_000;
const CALLS_A_SWEEP = 3;
const HEALTHY_FACTOR = 6;

/**
 * The pace for wallets without a working webhook (`polled`), and for those with one (`live`), so that all of them
 * together stay within the API's limits. Few people: a code is found within four seconds.
 */
export function paceFor(count: { polled: number; live: number }): { polled: Pace; live: Pace } {
  const budget = count.live > 0 ? BUDGET.live : BUDGET.polled;
  const strain = Math.max(1, (count.polled * CALLS_AN_HOUR) / budget);
  const polled = {
    codes: BASE.codes * strain,
    transactions: BASE.transactions * strain,
    deposits: BASE.deposits * strain,
    cards: BASE.cards * strain,
  };
  const sweep = Math.max(LIVE_LEAST_MS, (count.live * CALLS_A_SWEEP * HOUR) / BUDGET.live) * HEALTHY_FACTOR;
  return { polled, live: { codes: sweep, transactions: sweep, deposits: sweep, cards: sweep } };
}
