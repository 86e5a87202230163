import { succeed } from "../lib/outcome.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Store } from "../store/store.ts";
import type { Outgoing } from "./outgoing.ts";
import { advance, amountOf, type Payment, type PaymentStep, phaseOf, spentOf } from "./payment.ts";
import { createPaymentBook, type Entry, type Shown } from "./payment-book.ts";
import { DONE, type Push } from "./push.ts";
import { renderPayment, renderRefund } from "./render-payment.ts";
import type { Telling } from "./telling.ts";

type Deps = { store: Pick<Store, "bubbles" | "ledger">; push: Push };

/**
 * One bubble per payment. What the event says is written down first, then whatever the chat does not show yet is shown:
 * so a job that was interrupted goes on where it was, and an event that comes again changes nothing.
 */
export function createTellPayment({ store, push }: Deps) {
  const book = createPaymentBook(store);

  async function count(entry: Entry, payment: Payment, telling: Telling): Promise<number | undefined> {
    if (spentOf(payment) === 0 || spentOf(entry.payment) > 0) return entry.spentToday;
    const day = telling.dayOf(payment.at);
    const purchase = { day, cents: spentOf(payment), paymentId: entry.key };
    const spent = await store.ledger.add(telling.userId, payment.cardId, purchase);
    return day === telling.today ? spent : undefined;
  }

  return async (step: PaymentStep, telling: Telling): Promise<Verdict> => {
    const { userId, walletId, t, facts, receivedAt } = telling;
    const found = await book.find(userId, walletId, step);
    const payment = advance(found.payment, step);
    const spentToday = await count(found, payment, telling);
    const entry = { ...found, payment, ...(spentToday !== undefined && { spentToday }) };
    await book.save(userId, walletId, entry, step);
    let shown: Shown = found.shown ?? { refunds: [] };

    const show = async (name: string, message: Outgoing, next: (messageId: number) => Shown) => {
      const key = `${entry.key}:${name}`;
      const pushed = telling.unspoken
        ? succeed(0)
        : await push(userId, message, { name: nameOf(name), key, receivedAt });
      if (!pushed.ok) return pushed.failure;
      shown = next(pushed.value ?? 0);
      await book.saveShown(userId, { ...entry, shown });
      return undefined;
    };

    const showBubble = async (): Promise<Verdict | undefined> => {
      const [phase, amount, known] = [phaseOf(payment), amountOf(payment), shown.bubble];
      const isOnlyRefund = spentOf(payment) === 0 && !payment.declined;
      if (isOnlyRefund || (known?.phase === phase && known.amount === amount)) return undefined;
      const next = (messageId: number): Shown => ({ ...shown, bubble: { messageId, phase, amount } });
      const message = renderPayment(payment, spentToday, t, facts);
      if (!known) return show(phase, message, next);
      if (known.messageId) return show(phase, { ...message, edit: known.messageId, silent: true }, next);
      shown = next(0);
      return undefined;
    };

    const showRefund = (refundId: string, cents: number): Promise<Verdict | undefined> => {
      const message = renderRefund(payment, cents, refundId, t, facts);
      const original = shown.bubble?.messageId;
      return show(`refund:${refundId}`, original ? { ...message, replyTo: original } : message, () => ({
        ...shown,
        refunds: [...shown.refunds, refundId],
      }));
    };

    const stopped = await showBubble();
    if (stopped) return stopped;
    for (const [refundId, cents] of Object.entries(payment.refunds)) {
      const halted = shown.refunds.includes(refundId) ? undefined : await showRefund(refundId, cents);
      if (halted) return halted;
    }
    return DONE;
  };
}

// What is counted must not hold an id.
const nameOf = (step: string): string => step.split(":")[0] ?? step;
