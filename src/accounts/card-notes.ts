import type { Card } from "../cryptocardy/types.ts";
import { tagsOf, tagText } from "../lib/tags.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Store } from "../store/store.ts";
import type { Untold } from "./untold.ts";

/** What is kept of every card that was read, so that its name and its settings are at hand without a call. */
export function createCardNotes(directory: Store["directory"]) {
  return {
    async keep({ userId, walletId }: WalletRef, cards: readonly Card[], untold?: Untold): Promise<void> {
      const facts = cards.map(({ id, last4, label, network, metadata }) => {
        const tags = metadata && { tags: tagsOf(metadata).map(tagText) };
        return [id, { last4, network, ...(label && { label }), ...tags, ...(untold && { untold }) }] as const;
      });
      if (facts.length > 0) await directory.remember(userId, walletId, Object.fromEntries(facts));
    },

    untoldOf: async ({ userId, walletId }: WalletRef, cardId: string): Promise<Untold | undefined> =>
      (await directory.get(userId, walletId, cardId))?.untold,
  };
}
