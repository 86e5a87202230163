import { expect, test } from "vitest";
import { createLocks } from "../../src/store/locks.ts";
import { storeWorld } from "./world.ts";

const OPTIONS = { leaseMs: 15_000, waitMs: 30_000 };

function meeting() {
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  return {
    order,
    most: () => most,
    enter: (at: number) => async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 3));
      order.push(at);
      inside--;
    },
  };
}

test("under one name one works at a time, in order, also in another process", async () => {
  const { store, redis } = await storeWorld();
  const other = createLocks({ redis });
  const { enter, order, most } = meeting();
  const mine = [1, 2, 3, 4, 5].map((at) => store.locks.withLock("a", OPTIONS, enter(at)));
  const theirs = [11, 12, 13].map((at) => other.withLock("a", OPTIONS, enter(at)));
  await Promise.all([...mine, ...theirs]);
  expect(most()).toBe(1);
  expect(order.filter((at) => at < 10)).toEqual([1, 2, 3, 4, 5]);
  expect(order).toHaveLength(8);
});

test("other names do not wait", async () => {
  const { store } = await storeWorld();
  await store.locks.withLock("a", OPTIONS, () => store.locks.withLock("b", OPTIONS, async () => {}));
});

test("who waits too long is told so, in this process and across processes", async () => {
  const { store, redis } = await storeWorld();
  const short = { leaseMs: 5_000, waitMs: 30 };
  const other = createLocks({ redis });
  await store.locks.withLock("a", OPTIONS, async () => {
    expect(await store.locks.withLock("a", short, async () => "in")).toBe("busy");
    expect(await other.withLock("a", short, async () => "in")).toBe("busy");
  });
  expect(await store.locks.withLock("a", short, async () => "in")).toBe("in");
});

test("a holder that works longer than its lease keeps the lock", async () => {
  const { store, redis } = await storeWorld();
  const other = createLocks({ redis });
  const order: string[] = [];
  const first = store.locks.withLock("a", { leaseMs: 1_000, waitMs: 0 }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    order.push("first");
  });
  await expect.poll(() => redis.exists("x:a")).toBe(1);
  await other.withLock("a", OPTIONS, async () => void order.push("second"));
  await first;
  expect(order).toEqual(["first", "second"]);
});

test("a lock whose holder died is free after the lease", async () => {
  const { store, redis } = await storeWorld();
  await redis.set("x:a", "somebody who died", "PX", 50);
  expect(await store.locks.withLock("a", OPTIONS, async () => "in")).toBe("in");
});

test("who lost the lock hears of it, and does not open the lock of the next", async () => {
  const { store, redis } = await storeWorld();
  await store.locks.withLock("a", { leaseMs: 60, waitMs: 0 }, async (lost) => {
    await redis.set("x:a", "the next one");
    await expect.poll(() => lost.aborted).toBe(true);
  });
  expect(await redis.get("x:a")).toBe("the next one");
});

test("an error inside frees the lock and comes out", async () => {
  const { store } = await storeWorld();
  const fails = store.locks.withLock("a", OPTIONS, async () => {
    throw new Error("inside");
  });
  await expect(fails).rejects.toThrow("inside");
  expect(await store.locks.withLock("a", OPTIONS, async () => 1)).toBe(1);
});
