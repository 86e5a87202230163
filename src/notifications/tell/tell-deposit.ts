import type { Deposit } from "../../cryptocardy/types.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Store } from "../../store/store.ts";
import { renderCredited, renderDeposit } from "../draw/render-deposit.ts";
import type { FirstCardWord } from "../draw/render-first-card.ts";
import { waitingCard } from "../first-card.ts";
import { DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = { store: Pick<Store, "bubbles" | "cursors">; push: Push };

/**
 * What the chat shows of a deposit. `credited`: the message beside the bubble was sent; `creditedId`: which it is, and
 * `first`: what it says of the wallet's first card, as `firstMark` writes it.
 */
export type DepositFacts = {
  status: string;
  confirmations: number;
  credited?: boolean;
  creditedId?: number;
  first?: string;
};

export const depositKey = (walletId: string, depositId: string): string => `deposit:${walletId}:${depositId}`;

/** A word on the first card as it is kept beside a message, to see whether it is said there already. */
export const firstMark = (word: FirstCardWord): string => (word.state === "waiting" ? word.cardId : word.state);

/** What does not change when the network confirms it once more. */
const told = ({ credited = false, creditedId, first }: Partial<DepositFacts> = {}) => ({
  credited,
  ...(creditedId !== undefined && { creditedId }),
  ...(first !== undefined && { first }),
});

/** One bubble per deposit: seen, confirmations, how it ended; and a message with a sound when the money is there. */
export function createTellDeposit({ store, push }: Deps) {
  /** What the money is for, where the wallet's first card is known to wait for it. */
  async function firstWord({ userId, walletId }: Telling): Promise<FirstCardWord | undefined> {
    const cardId = waitingCard(await store.cursors.get(userId, walletId));
    return cardId === undefined ? undefined : { state: "waiting", cardId };
  }

  /** Call it under the wallet's lock. */
  return async (deposit: Deposit, telling: Telling): Promise<Verdict> => {
    const { userId, walletId, receivedAt, t, facts } = telling;
    const key = depositKey(walletId, deposit.id);
    const bubble = await store.bubbles.get(userId, key);
    const known = bubble?.facts as DepositFacts | undefined;
    const isEnd = deposit.status !== "pending";
    const confirmations = deposit.confirmations ?? 0;
    let messageId = bubble?.messageId ?? 0;

    const keep = async (told: Pick<DepositFacts, "credited" | "creditedId" | "first">): Promise<void> => {
      const next: DepositFacts = { status: deposit.status, confirmations, ...told };
      await store.bubbles.put(userId, key, { messageId, at: deposit.createdAt, facts: next });
    };
    const options = (name: string) => ({ name, key: `${key}:${name}`, receivedAt });

    const changed = !known || known.status !== deposit.status || known.confirmations < confirmations;
    if (known && !changed && (known.credited || deposit.status !== "confirmed")) return DONE;
    // What ended is never undone by an older event that comes late.
    if (known && known.status !== "pending" && known.status !== deposit.status) return DONE;
    if (telling.unspoken) {
      await keep({ credited: true });
      return DONE;
    }

    if (changed && (messageId !== 0 || (!isEnd && !known))) {
      const drawn = renderDeposit(deposit, t, facts);
      const message = messageId ? { ...drawn, edit: messageId, silent: true } : drawn;
      const pushed = await push(userId, message, options(`deposit-${isEnd ? "end" : "pending"}`));
      if (!pushed.ok) return pushed.failure;
      messageId = pushed.value ?? messageId;
      await keep(told(known));
    }
    if (deposit.status !== "confirmed" || known?.credited) return DONE;
    const first = await firstWord(telling);
    const credited = renderCredited(deposit, t, facts, first);
    const message = messageId ? { ...credited, replyTo: messageId } : credited;
    const pushed = await push(userId, message, options("deposit-confirmed"));
    if (!pushed.ok) return pushed.failure;
    await keep({
      credited: true,
      ...(pushed.value !== undefined && { creditedId: pushed.value }),
      ...(first && { first: firstMark(first) }),
    });
    return DONE;
  };
}
