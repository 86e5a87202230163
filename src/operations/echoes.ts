import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Store } from "../store/store.ts";
import type { Operation } from "./operation.ts";

const EXPECTED_FOR_MS = 5 * 60_000;
const CREATED = "card.created";
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

    /** Called before sending: an event may be faster than the answer. An issued card has no id yet: any may be it. */
    async expectOf(operation: Operation): Promise<void> {
      if (operation.kind === "issue") return expect(operation, "", CREATED);
      if (operation.kind === "withdraw") return;
      return expect(operation, operation.params.cardId, EVENT_OF[operation.kind]);
    },

    /** Called when it is known to be done: from now on only the issued card is ours, and any other is news. */
    async settle(operation: Operation): Promise<void> {
      if (operation.kind !== "issue" || !operation.result) return;
      await expect(operation, operation.result.card.id, CREATED);
      await store.once.forget(nameOf(operation, "", CREATED));
    },

    async isOurs(wallet: WalletRef, cardId: string, eventType: string): Promise<boolean> {
      // In this order: the mark of the one card is there before the mark of any goes.
      if (eventType === CREATED && (await store.once.was(nameOf(wallet, "", CREATED)))) return true;
      return store.once.was(nameOf(wallet, cardId, eventType));
    },
  };
}

export type Echoes = ReturnType<typeof createEchoes>;
