import type { Accounts } from "../../accounts/accounts.ts";
import type { CardEvent } from "../../cryptocardy/event-types.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { FullEvent } from "../notice.ts";

export type ThinEvent = Extract<CardEvent, { thin: true }>;

/** Fetches what a thin event only names. Undefined: the API does not know it. Throws `CardApiError`. */
export async function fetchThin(
  event: ThinEvent,
  accounts: Pick<Accounts, "freshClient">,
  wallet: WalletRef,
): Promise<FullEvent | undefined> {
  const lane = event.type === "3ds.challenge" ? "code" : "refetch";
  const client = await accounts.freshClient(wallet.userId, wallet.walletId, lane);
  const { thin: _, data: __, ...rest } = event;
  switch (rest.type) {
    case "3ds.challenge":
      return { ...rest, type: rest.type, data: await client.threeds.get(rest.objectId) };
    case "transaction.authorized":
    case "transaction.settled":
    case "transaction.declined":
    case "transaction.refunded":
      return { ...rest, type: rest.type, data: await client.transactions.get(rest.objectId) };
    case "deposit.pending":
    case "deposit.confirmed": {
      const deposit = (await client.wallet.deposits()).find(({ id }) => id === rest.objectId);
      return deposit && { ...rest, type: rest.type, data: deposit };
    }
    default:
      return { ...rest, type: rest.type, data: await client.cards.get(rest.objectId) };
  }
}
