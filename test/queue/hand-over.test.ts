import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Verdict } from "../../src/queue/worker.ts";
import { queueWorld } from "./world.ts";

const DONE = { kind: "done" } as const;
const AT_ONCE = { atOnce: true };

test("a job that is done at once is not done again, and leaves nothing behind", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  const seen: unknown[] = [];
  queues.work("codes", async (payload, job) => {
    seen.push(payload, job.name, job.attempt);
    return DONE;
  });
  expect(await queues.add("codes", "event", { a: 1 }, AT_ONCE)).toBe("added");
  expect(seen).toEqual([{ a: 1 }, "event", 1]);
  await expect.poll(() => queues.depths()).toMatchObject({ codes: { waiting: 0, active: 0, delayed: 0, dead: 0 } });
  expect(seen).toHaveLength(3);
});

test("an event that was seen is not done at once a second time", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  let calls = 0;
  queues.work("codes", async () => {
    calls += 1;
    return DONE;
  });
  const options = { ...AT_ONCE, dedupe: { id: "evt_1", ttlMs: 60_000 } };
  expect(await queues.add("codes", "event", {}, options)).toBe("added");
  expect(await queues.add("codes", "event", {}, options)).toBe("seen");
  await expect.poll(async () => (await queues.depths()).codes.delayed).toBe(0);
  expect(await queues.add("codes", "event", {}, options)).toBe("seen");
  expect(calls).toBe(1);
});

test.each<[string, () => Promise<Verdict>]>([
  ["throws", () => Promise.reject(new Error("no"))],
  ["is to come again", async () => ({ kind: "again", afterMs: 100 })],
])("a job that %s when it is done at once is done by a worker", async (_what, first) => {
  const { replica } = await queueWorld();
  const queues = replica();
  let calls = 0;
  queues.work("codes", async () => {
    calls += 1;
    return calls === 1 ? first() : DONE;
  });
  await queues.add("codes", "event", {}, AT_ONCE);
  await expect.poll(() => calls).toBe(2);
  await expect.poll(async () => (await queues.depths()).codes).toMatchObject({ active: 0, delayed: 0, dead: 0 });
  expect(calls).toBe(2);
});

test("after a 'too many requests' nothing is begun at once until its time", async () => {
  const { replica, raw } = await queueWorld();
  const queues = replica();
  const at: number[] = [];
  queues.work("codes", async () => {
    at.push(performance.now());
    return at.length === 1 ? { kind: "again", afterMs: 1_500, pause: true } : DONE;
  });
  await queues.add("codes", "event", { code: 1 }, AT_ONCE);
  await expect.poll(() => raw.pttl("{bot}:codes:limiter")).toBeGreaterThan(0);
  await queues.add("codes", "event", { code: 2 }, AT_ONCE);
  await expect.poll(() => at.length).toBe(3);
  const [first = 0, ...later] = at;
  for (const moment of later) expect(moment - first).toBeGreaterThan(1_490);
});

test("a process that does not work on the lane leaves the job to one that does, without a delay", async () => {
  const { replica } = await queueWorld();
  const [receiver, worker] = [replica(), replica()];
  await receiver.add("codes", "event", {}, AT_ONCE);
  expect(await receiver.depths()).toMatchObject({ codes: { waiting: 1, delayed: 0 } });
  let done = false;
  worker.work("codes", async () => {
    done = true;
    return DONE;
  });
  await expect.poll(() => done).toBe(true);
});

test("a job whose process was killed while it did it at once is done by another", async () => {
  const { url, key, replica } = await queueWorld();
  const child = fork(join(import.meta.dirname, "hand-over-child.ts"), [url, key.key.reveal()]);
  await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");
  const queues = replica();
  const seen: unknown[] = [];
  queues.work("codes", async (payload) => {
    seen.push(payload);
    return DONE;
  });
  await expect.poll(() => seen).toEqual([{ code: 1 }]);
});

test("closing waits for what was begun at once", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let finished = false;
  queues.work("codes", async () => {
    await held;
    finished = true;
    return DONE;
  });
  await queues.add("codes", "event", {}, AT_ONCE);
  const closed = queues.close();
  release();
  await closed;
  expect(finished).toBe(true);
});
