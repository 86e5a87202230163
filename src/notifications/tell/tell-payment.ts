import { succeed } from "../../lib/outcome.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { CardLedger } from "../../store/ledger.ts";
import type { Store } from "../../store/store.ts";
import { cardName } from "../draw/facts.ts";
import { renderPayment, renderRefund, wasRefused } from "../draw/render-payment.ts";
import { isMuted } from "../muted-shops.ts";
import type { Outgoing } from "../outgoing.ts";
import { advance, amountOf, type Payment, type PaymentStep, phaseOf, spentOf } from "../payment.ts";
import { thresholdsOf } from "../preferences.ts";
import type { BurstItem } from "./burst.ts";
import type { Explanation } from "./decline.ts";
import type { Explain } from "./explain.ts";
import type { Funding } from "./funding.ts";
import type { Guard } from "./guard.ts";
import { declinesOf, hasPaidOnce, spentOn, withAttempt, withSum } from "./habits.ts";
import { createPaymentBook, type Entry, type Shown } from "./payment-book.ts";
import { DONE, type Push } from "./push.ts";
import type { Bursts } from "./tell-burst.ts";
import type { Telling } from "./telling.ts";

type Deps = {
  store: Pick<Store, "bubbles" | "ledger">;
  push: Push;
  explain: Explain;
  guard: Guard;
  funding: Funding;
  bursts: Bursts;
};

/**
 * One bubble per payment. What the event says is written down first, then whatever the chat does not show yet is shown:
 * so a job that was interrupted goes on where it was, and an event that comes again changes nothing.
 */
export function createTellPayment({ store, push, explain, guard, funding, bursts }: Deps) {
  const book = createPaymentBook(store);

  /** What the card's ledger holds of the payment: what it took today, whether it is the first one, how many were declined. */
  async function count(entry: Entry, payment: Payment, why: Explanation | undefined, telling: Telling) {
    const [before, cents] = [spentOf(entry.payment), spentOf(payment)];
    const isNewRefusal = wasRefused(payment) && !entry.payment?.declined;
    if (before === cents && !isNewRefusal)
      return { spentToday: entry.spentToday, first: undefined, declines: undefined };
    const day = telling.dayOf(payment.at);
    const refusal = why?.cause === "insufficient" ? "no-money" : "refused";
    const attempt = {
      paymentId: entry.key,
      merchant: payment.merchant,
      at: payment.at,
      cents: amountOf(payment),
      outcome: cents > 0 ? ("paid" as const) : refusal,
    } as const;
    const ledger = await store.ledger.change(telling.userId, payment.cardId, (now): CardLedger | undefined => {
      const summed = withSum(now, { day, cents, paymentId: entry.key });
      return (cents > 0 || isNewRefusal ? withAttempt(summed ?? now, attempt) : undefined) ?? summed;
    });
    // The declines up to this one, also when others were told before it.
    const upToNow = { ...ledger, recent: (ledger.recent ?? []).filter(({ at }) => at <= payment.at) };
    return {
      spentToday: day === telling.today ? spentOn(ledger, day) : undefined,
      first: !entry.payment && cents > 0 && telling.hint?.fresh && hasPaidOnce(ledger),
      declines: isNewRefusal ? declinesOf(upToNow, payment.at, thresholdsOf(telling.preferences)) : undefined,
    };
  }

  return async (step: PaymentStep, telling: Telling): Promise<Verdict> => {
    const { userId, walletId, t, facts, receivedAt } = telling;
    const found = await book.find(userId, walletId, step);
    const payment = advance(found.payment, step);
    const { cardId } = payment;
    const isRefusal = wasRefused(payment);
    const why =
      isRefusal && step.state === "declined" ? await explain(telling, step.transaction, !telling.unspoken) : undefined;
    const { spentToday, first, declines = found.declines } = await count(found, payment, why, telling);
    const entry: Entry & { payment: Payment } = {
      ...found,
      payment,
      ...(spentToday !== undefined && { spentToday }),
      ...(first && { first }),
      ...(declines && { declines }),
    };
    await book.save(userId, walletId, entry, step);
    let shown: Shown = found.shown ?? { refunds: [] };
    const muted = isMuted(telling.preferences.shops ?? [], payment.merchant);
    const small = amountOf(payment) < (telling.preferences.above ?? 0);
    // The payment alone makes no sound: what is told beside it (a refund, a low balance) does.
    const hushed = (muted || small) && !isRefusal ? { ...telling, facts: { ...facts, quiet: true } } : telling;

    const keep = async (next: Shown): Promise<undefined> => {
      shown = next;
      await book.saveShown(userId, { ...entry, shown });
    };

    const show = async (name: string, message: Outgoing, next: (messageId: number) => Shown) => {
      const key = `${entry.key}:${name}`;
      const pushed = telling.unspoken
        ? succeed(0)
        : await push(userId, message, { name: nameOf(name), key, receivedAt });
      return pushed.ok ? keep(next(pushed.value ?? 0)) : pushed.failure;
    };

    const asItem = (): BurstItem => ({
      key: entry.key,
      cardId,
      card: cardName(t, facts.card),
      merchant: payment.merchant,
      cents: amountOf(payment),
      ...(payment.balance && { left: payment.balance.cents }),
      ...(["refunded", "declined"].includes(phaseOf(payment)) && { over: true as const }),
    });

    const showBubble = async (): Promise<Verdict | undefined> => {
      const [phase, amount, known] = [phaseOf(payment), amountOf(payment), shown.bubble];
      const isOnlyRefund = spentOf(payment) === 0 && !payment.declined;
      if (isOnlyRefund || (known?.phase === phase && known.amount === amount)) return undefined;
      if (known?.gathered !== undefined) {
        await bursts.put(known.gathered, asItem(), hushed);
        return keep({ ...shown, bubble: { ...known, phase, amount } });
      }
      if (!known && !isRefusal && !telling.unspoken) {
        const gathered = await bursts.take(asItem(), hushed);
        if (gathered !== undefined) return keep({ ...shown, bubble: { messageId: 0, phase, amount, gathered } });
      }
      if (known && !known.messageId) {
        shown = { ...shown, bubble: { messageId: 0, phase, amount } };
        return undefined;
      }
      const word = why && !telling.unspoken ? await guard.check(cardId, entry.key, why, telling) : undefined;
      const isOffered = entry.first === true && telling.hint?.ruled === false;
      const besides = { spentToday, why, guard: word, declines, muted, keep: isOffered };
      const message = renderPayment(payment, besides, t, hushed.facts);
      const next = (messageId: number): Shown => ({ ...shown, bubble: { messageId, phase, amount } });
      const edited = known ? { ...message, edit: known.messageId, silent: true } : message;
      const stopped = await show(phase, edited, next);
      if (!stopped && word) await guard.spoke(userId, cardId, word);
      return stopped;
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
    const balance = step.transaction.balanceAfter;
    if (balance !== undefined && balance === payment.balance?.cents) {
      await funding.balance(cardId, balance, telling, isRefusal);
    }
    return DONE;
  };
}

// What is counted must not hold an id.
const nameOf = (step: string): string => step.split(":")[0] ?? step;
