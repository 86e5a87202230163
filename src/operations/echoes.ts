import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Store } from "../store/store.ts";
import type { Operation } from "./operation.ts";

const EXPECTED_FOR_MS = 5 * 60_000;
const EVENT_OF = { fund: "card.funded", close: "card.terminated" } as const;

/** Which events will be the echo of what a person just did here, so that nobody is alarmed by their own press. */
export function createEchoes({ store }: { store: Pick<Store, "once"> }) {
  const nameOf = ({ userId, walletId }: WalletRef, cardId: string, eventType: string): string =>
    `echo:${userId}:${walletId}:${cardId}:${eventType}`;

  async function expect(wallet: WalletRef, cardId: string, eventType: string): Promise<void> {
    await store.once(nameOf(wallet, cardId, eventType), EXPECTED_FOR_MS);
  }

  return {
    expect,

    /** Called before sending: an event may be faster than the answer. An issued card has no id yet. */
    async expectOf(operation: Operation): Promise<void> {
      if (operation.kind === "issue") return expect(operation, "", "card.created");
      if (operation.kind === "withdraw") return;
      return expect(operation, operation.params.cardId, EVENT_OF[operation.kind]);
    },

    isOurs: (wallet: WalletRef, cardId: string, eventType: string): Promise<boolean> =>
      store.once.was(nameOf(wallet, eventType === "card.created" ? "" : cardId, eventType)),
  };
}

export type Echoes = ReturnType<typeof createEchoes>;
