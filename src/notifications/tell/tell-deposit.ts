import type { Deposit } from "../../cryptocardy/types.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Store } from "../../store/store.ts";
import { renderCredited, renderDeposit } from "../draw/render-deposit.ts";
import { DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = { store: Pick<Store, "bubbles">; push: Push };

/** What the chat shows of a deposit; `credited`: the message beside the bubble was sent. */
type Kept = { status: string; confirmations: number; credited?: boolean };

/** One bubble per deposit: seen, confirmations, how it ended; and a message with a sound when the money is there. */
export function createTellDeposit({ store, push }: Deps) {
  /** Call it under the wallet's lock. */
  return async (deposit: Deposit, telling: Telling): Promise<Verdict> => {
    const { userId, walletId, receivedAt, t, facts } = telling;
    const key = `deposit:${walletId}:${deposit.id}`;
    const bubble = await store.bubbles.get(userId, key);
    const known = bubble?.facts as Kept | undefined;
    const isEnd = deposit.status !== "pending";
    const confirmations = deposit.confirmations ?? 0;
    let messageId = bubble?.messageId ?? 0;

    const keep = async (credited: boolean): Promise<void> => {
      const next: Kept = { status: deposit.status, confirmations, credited };
      await store.bubbles.put(userId, key, { messageId, at: deposit.createdAt, facts: next });
    };
    const options = (name: string) => ({ name, key: `${key}:${name}`, receivedAt });

    const changed = !known || known.status !== deposit.status || known.confirmations < confirmations;
    if (known && !changed && (known.credited || deposit.status !== "confirmed")) return DONE;
    // What ended is never undone by an older event that comes late.
    if (known && known.status !== "pending" && known.status !== deposit.status) return DONE;
    if (telling.unspoken) {
      await keep(true);
      return DONE;
    }

    if (changed && (messageId !== 0 || (!isEnd && !known))) {
      const drawn = renderDeposit(deposit, t, facts);
      const message = messageId ? { ...drawn, edit: messageId, silent: true } : drawn;
      const pushed = await push(userId, message, options(`deposit-${isEnd ? "end" : "pending"}`));
      if (!pushed.ok) return pushed.failure;
      messageId = pushed.value ?? messageId;
      await keep(false);
    }
    if (deposit.status !== "confirmed" || known?.credited) return DONE;
    const credited = renderCredited(deposit, t, facts);
    const message = messageId ? { ...credited, replyTo: messageId } : credited;
    const pushed = await push(userId, message, options("deposit-confirmed"));
    if (!pushed.ok) return pushed.failure;
    await keep(true);
    return DONE;
  };
}
