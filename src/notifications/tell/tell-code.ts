import { isOver } from "../../cryptocardy/threeds.ts";
import type { Challenge } from "../../cryptocardy/types.ts";
import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Queues } from "../../queue/queues.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Bubble } from "../../store/bubbles.ts";
import type { Store } from "../../store/store.ts";
import { type CodeEnd, renderCode, renderCodeEnd } from "../draw/render-code.ts";
import type { Retract } from "../outgoing.ts";
import { shopMark } from "./habits.ts";
import { again, DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

type Deps = {
  store: Pick<Store, "bubbles" | "sensitive">;
  queues: Pick<Queues, "add">;
  push: Push;
  retract: Retract;
  clock: Clock;
};

/** What is kept of a code: never the code. `ended`: it is not in the chat any more. */
type KeptCode = CodeEnd & { cardId: string; expiresAt: number; hasCode: boolean; ended?: boolean };
type OpenCode = { id: string; amount?: number; merchant: string; createdAt: number; expiresAt: number };

/** A payment that went through. `at`: epoch ms, of the API's clock like that of the challenge. */
type Paid = { cardId: string; amount: number; merchant: string; at: number };

/** The payload of the job that takes a code out of the chat. */
export type CodeEndJob = { userId: number; walletId: string; challengeId: string; how: "expired" | "used" };
export const CODE_END = "code.end";

const SENDING_MS = 1000;

/** Codes: pushed at once and with a sound, never after they expired, taken out of the chat when they are of no more use. */
export function createTellCode({ store, queues, push, retract, clock }: Deps) {
  const { bubbles } = store;
  const codeKey = (walletId: string, id: string): string => `code:${walletId}:${id}`;
  const listKey = (walletId: string, cardId: string): string => `codes:${walletId}:${cardId}`;

  function openIn(list: Bubble | undefined): OpenCode[] {
    const kept = list?.facts as { open?: OpenCode[] } | undefined;
    return (kept?.open ?? []).filter(({ expiresAt }) => expiresAt > clock.now());
  }

  /** Writes what the chat shows of a challenge, and lists it among the card's open ones. */
  async function keep(challenge: Challenge, messageId: number, ended: boolean, telling: Telling): Promise<void> {
    const { userId, walletId } = telling;
    const { id, cardId, merchant, amount, createdAt, expiresAt, otp } = challenge;
    const at = clock.now();
    const known = amount === undefined ? {} : { amount: Math.abs(amount) };
    const facts: KeptCode = { cardId, merchant, ...known, expiresAt, hasCode: otp !== undefined, ended };
    const kept = bubbles.put(userId, codeKey(walletId, id), { messageId, at, facts });
    if (ended) return kept;
    const listed = bubbles.change(userId, listKey(walletId, cardId), (list) => {
      const others = openIn(list).filter((one) => one.id !== id);
      return { messageId: 0, at, facts: { open: [...others, { id, ...known, merchant, createdAt, expiresAt }] } };
    });
    const noted = messageId ? store.sensitive.note(userId, { id: messageId, until: expiresAt }) : undefined;
    await Promise.all([kept, listed, noted]);
  }

  async function tooLate(challenge: Challenge, telling: Telling): Promise<Verdict> {
    const { userId, receivedAt, t, facts } = telling;
    const message = renderCodeEnd(challenge, "too-late", t, facts);
    const pushed = await push(userId, message, { name: "code-too-late", key: challenge.id, receivedAt });
    if (!pushed.ok) return pushed.failure;
    await keep(challenge, pushed.value ?? 0, true, telling);
    return DONE;
  }

  return {
    /** Call it under the wallet's code lock. What the code is drawn with may still be looked up. */
    async tell(challenge: Challenge, wallet: WalletRef, gathered: Telling | Promise<Telling>): Promise<Verdict> {
      const { userId, walletId } = wallet;
      const job = { userId, walletId, challengeId: challenge.id, how: "expired" } as const;
      const leftMs = challenge.expiresAt - clock.now();
      const [telling, bubble] = await Promise.all([
        gathered,
        bubbles.get(userId, codeKey(walletId, challenge.id)),
        // Durable before the code is sent, so that no crash leaves it in the chat.
        leftMs > 0 ? endLater(job, leftMs) : undefined,
      ]);
      const known = bubble?.facts as KeptCode | undefined;
      if (known?.ended || (known && (known.hasCode || !challenge.otp))) return DONE;
      if (isOver(challenge)) return DONE;
      if (challenge.expiresAt <= clock.now()) return tooLate(challenge, telling);

      const { receivedAt, t, facts } = telling;
      const drawn = renderCode(challenge, t, facts);
      const message = bubble?.messageId ? { ...drawn, edit: bubble.messageId } : drawn;
      const pushed = await push(userId, message, { name: "code", key: challenge.id, receivedAt, must: true });
      if (!pushed.ok) return pushed.failure;
      await keep(challenge, pushed.value ?? 0, false, telling);
      return DONE;
    },

    /** A payment went through: the codes that were for it are of no more use. */
    async used(paid: Paid, userId: number, walletId: string): Promise<void> {
      for (const code of openIn(await bubbles.get(userId, listKey(walletId, paid.cardId)))) {
        if (isFor(code, paid)) await endLater({ userId, walletId, challengeId: code.id, how: "used" }, 0);
      }
    },

    /** Takes a code out of the chat. Call it under the wallet's code lock. */
    async end({ userId, walletId, challengeId, how }: CodeEndJob, telling: Telling): Promise<Verdict> {
      const bubble = await bubbles.get(userId, codeKey(walletId, challengeId));
      const known = bubble?.facts as KeptCode | undefined;
      if (!bubble?.messageId || !known || known.ended) return DONE;
      const delivered = await retract(userId, bubble.messageId, renderCodeEnd(known, how, telling.t, telling.facts));
      if (delivered.kind === "wait") return again(delivered.ms);
      if (delivered.kind === "unsure") return again(SENDING_MS);
      await bubbles.put(userId, codeKey(walletId, challengeId), { ...bubble, facts: { ...known, ended: true } });
      return DONE;
    },
  };

  async function endLater(job: CodeEndJob, delayMs: number): Promise<void> {
    const id = `${CODE_END}:${job.userId}:${job.walletId}:${job.challengeId}:${job.how}`;
    await queues.add("removals", CODE_END, job, { id, delayMs: Math.max(0, delayMs), owner: job.userId });
  }
}

/** Same card, amount and merchant, and not before the code: another payment of the same amount must not take it away. */
const isFor = (code: OpenCode, { amount, merchant, at }: Paid): boolean =>
  code.amount === amount &&
  (code.merchant === "" || merchant === "" || shopMark(code.merchant) === shopMark(merchant)) &&
  Math.floor(at / 1000) >= Math.floor(code.createdAt / 1000);
