import { monthOf } from "../../../cryptocardy/month.ts";
import type { Card } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";
import type { WalletRef } from "../../../lib/wallet-ref.ts";
import type { Store } from "../../../store/store.ts";

/**
 * Keeps what a card had spent before this month, so that later screens need no call to say what was spent in it: the
 * card's own lifetime sum tells.
 */
export async function rememberMonth(
  store: Pick<Store, "directory">,
  { userId, walletId }: WalletRef,
  card: Card,
  spent: Cents,
  now: number,
): Promise<void> {
  const { id, last4, label, network, totalSpent } = card;
  if (totalSpent === undefined || totalSpent < spent) return;
  const before = { month: monthOf(now), spent: totalSpent - spent };
  await store.directory.remember(userId, walletId, { [id]: { last4, network, ...(label && { label }), before } });
}
