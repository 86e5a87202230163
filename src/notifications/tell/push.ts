import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../../lib/clock.ts";
import { fail, type Outcome, succeed } from "../../lib/outcome.ts";
import { MESSAGE_EVERY_MS } from "../../queue/lanes.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Store } from "../../store/store.ts";
import type { Deliver, Delivered, Outgoing } from "../outgoing.ts";
import { createRefusals } from "./refusals.ts";

export const DONE: Verdict = { kind: "done" };
export const again = (afterMs: number): Verdict => ({ kind: "again", afterMs });

export type PushMeter = { noticeDelivered(notice: string, outcome: string, latencyMs?: number): void };

type Deps = {
  deliver: Deliver;
  people: Store["people"];
  once: Store["once"];
  turn: Store["turn"];
  clock: Clock;
  metrics?: PushMeter;
};

/** `name`: what is counted. `key`: this message among all, for "sent again once". `must`: rather twice than never. */
export type PushOptions = { name: string; key: string; receivedAt: number; must?: boolean };

// How often something is sent again after its answer was lost, and how long to wait before: longer each time, to a limit.
const REPEATS = {
  code: { times: 6, firstMs: 300 },
  edit: { times: 5, firstMs: 1_000 },
  other: { times: 1, firstMs: 3_000 },
};
const LONGEST_MS = 20_000;
// After an answer that says that Telegram failed nothing was sent: as long as the message is worth anything it is tried,
// after half as long again as it has waited already.
const FAILED = { leastMs: 300, mostMs: 60_000, forMs: 24 * 60 * 60_000 };

/**
 * Sends one message and says how to go on: the message's id (undefined when it may have been sent but its id was lost),
 * or the verdict on the job. What Telegram failed at is sent until it works. After a lost answer a code is sent again (a
 * doubled code is better than none), an edit is repeated (nobody sees it twice), anything else is sent again once at most.
 */
export type Push = ReturnType<typeof createPush>;

export function createPush({ deliver, people, once, turn, clock, metrics }: Deps) {
  const generally = createRefusals(clock);

  async function judge(
    userId: number,
    delivered: Delivered,
    isEdit: boolean,
    options: PushOptions,
  ): Promise<Outcome<number | undefined, Verdict>> {
    switch (delivered.kind) {
      case "delivered":
        return succeed(delivered.messageId);
      case "gone":
        await people.update(userId, (person) => person && { ...person, unreachable: true as const });
        return fail(DONE);
      case "wait":
        return fail(putOff(userId, delivered.ms));
      case "refused":
        return fail({ kind: "dead", reason: "refused by Telegram" });
      case "unsure":
        return delivered.failed
          ? fail(untilItWorks(options.receivedAt))
          : repeat(userId, options.key, REPEATS[options.must ? "code" : isEdit ? "edit" : "other"]);
    }
  }

  /** One chat that had too much holds up nobody else; a second one means that all must wait. */
  function putOff(userId: number, ms: number): Verdict {
    const everybodyMs = generally(userId, ms);
    return everybodyMs === undefined ? again(ms) : { kind: "again", afterMs: everybodyMs, pause: true };
  }

  async function repeat(userId: number, key: string, { times, firstMs }: { times: number; firstMs: number }) {
    for (let time = 0; time < times; time++) {
      if (await once(`unsure:${userId}:${key}:${time}`)) return fail(again(Math.min(firstMs * 3 ** time, LONGEST_MS)));
    }
    return succeed(undefined);
  }

  function untilItWorks(receivedAt: number): Verdict {
    const ageMs = clock.now() - receivedAt;
    if (ageMs >= FAILED.forMs) return { kind: "dead", reason: "Telegram failed" };
    return again(Math.min(Math.max(ageMs / 2, FAILED.leastMs), FAILED.mostMs));
  }

  return async (
    userId: number,
    message: Outgoing,
    options: PushOptions,
  ): Promise<Outcome<number | undefined, Verdict>> => {
    const waitMs = options.must ? 0 : await turn("push", MESSAGE_EVERY_MS);
    if (waitMs > 0) await wait(waitMs);
    const delivered = await deliver(userId, message);
    const arrived = delivered.kind === "delivered";
    metrics?.noticeDelivered(options.name, delivered.kind, arrived ? clock.now() - options.receivedAt : undefined);
    return judge(userId, delivered, message.edit !== undefined, options);
  };
}
