import { expect, test } from "vitest";
import { systemClock } from "../../src/lib/clock.ts";
import type { Delivered } from "../../src/notifications/outgoing.ts";
import { createTakeBack } from "../../src/notifications/take-back.ts";
import { queueWorld } from "../queue/world.ts";

/** Telegram, as far as taking messages back goes: answers in the given order, then always with success. */
async function world(...answers: Delivered[]) {
  const taken: [number, number][] = [];
  const moments: number[] = [];
  const queues = (await queueWorld()).replica();
  const retract = async (userId: number, messageId: number): Promise<Delivered> => {
    taken.push([userId, messageId]);
    moments.push(Date.now());
    return answers.shift() ?? { kind: "delivered", messageId };
  };
  const takeBack = createTakeBack({ queues, retract, clock: systemClock });
  queues.work("removals", async (payload, { name }) => {
    const chore = name === "message.end" && takeBack.removals["message.end"];
    return chore ? chore(payload) : { kind: "dead", reason: "unknown" };
  });
  return { queues, takeBack, taken, moments };
}

test("a message is taken back at its time, once", async () => {
  const { queues, takeBack, taken, moments } = await world();
  const due = Date.now() + 1_000;
  for (let n = 0; n < 2; n++) await takeBack.later({ userId: 1, messageId: 7 }, due);
  await expect.poll(() => taken).toEqual([[1, 7]]);
  expect(moments[0]).toBeGreaterThanOrEqual(due);
  await expect.poll(() => queues.depths()).toMatchObject({ removals: { waiting: 0, active: 0, delayed: 0 } });
  expect(taken).toHaveLength(1);
});

test("a moment that has passed means now", async () => {
  const { takeBack, taken } = await world();
  await takeBack.later({ userId: 1, messageId: 8 }, Date.now() - 1000);
  await expect.poll(() => taken).toEqual([[1, 8]]);
});

test("what Telegram puts off is tried again", async () => {
  const { takeBack, taken } = await world({ kind: "wait", ms: 20 });
  await takeBack.later({ userId: 2, messageId: 9 }, Date.now());
  await expect.poll(() => taken).toHaveLength(2);
});

test("a message is taken back on time while every chore hangs", async () => {
  const { queues, takeBack, taken } = await world();
  let [hanging, letGo] = [0, (): void => undefined];
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  queues.work("chores", async () => {
    hanging++;
    await free;
    return { kind: "done" };
  });
  for (let n = 0; n < 10; n++) await queues.add("chores", "slow", { n });
  await expect.poll(() => hanging).toBe(5);
  await takeBack.later({ userId: 3, messageId: 10 }, Date.now());
  await expect.poll(() => taken).toEqual([[3, 10]]);
  letGo();
});
