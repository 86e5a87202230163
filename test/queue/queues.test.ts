import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { createKeyring } from "../../src/vault/index.ts";
import { dump } from "../store/world.ts";
import { queueWorld } from "./world.ts";

const DONE = { kind: "done" } as const;

test("a job arrives as it was added, with its name, and leaves nothing behind", async () => {
  const { replica, raw } = await queueWorld();
  const queues = replica();
  const seen: unknown[] = [];
  queues.work("notices", async (payload, job) => {
    seen.push(payload, job.name, job.attempt);
    return DONE;
  });
  expect(await queues.add("notices", "event", { text: "тест", list: [1, { a: null }] })).toBe("added");
  await expect.poll(() => seen).toEqual([{ text: "тест", list: [1, { a: null }] }, "event", 1]);
  await expect.poll(() => queues.depths()).toMatchObject({ notices: { waiting: 0, active: 0, delayed: 0, dead: 0 } });
  expect((await raw.keys("*")).filter((key) => /^\{bot\}:notices:[\w-]{12}$/.test(key))).toEqual([]);
});

test("what is in the queue cannot be read in the database: waiting, done, failed or dead, nor in the log", async () => {
  const { replica, raw, lines } = await queueWorld();
  const queues = replica();
  await queues.add(
    "chores",
    "wait",
    { otp: "canary-1" },
    { delayMs: 60_000, dedupe: { id: "canary-2", ttlMs: 60_000 } },
  );
  await queues.add("codes", "fail", { otp: "canary-3" }, { attempts: 1 });
  await queues.add("codes", "dead", { otp: "canary-4" });
  queues.work("codes", async ({ otp }, { name }) => {
    if (name === "dead") return { kind: "dead", reason: "refused" };
    throw new Error(`otp=${otp}`);
  });
  await expect.poll(async () => (await queues.depths()).codes.dead).toBe(2);
  expect(await dump(raw)).not.toContain("canary");
  expect(lines.join("")).not.toContain("canary");
  expect(lines.join("")).toContain("a job is dead");
});

test("an event that was seen is not added again, not even after it is done", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  let runs = 0;
  queues.work("codes", async () => {
    runs++;
    return DONE;
  });
  const add = () => queues.add("codes", "event", {}, { dedupe: { id: "evt_1", ttlMs: 60_000 } });
  const answers = await Promise.all([add(), add(), add()]);
  expect(answers.filter((answer) => answer === "added")).toHaveLength(1);
  await expect.poll(() => runs).toBe(1);
  await expect.poll(async () => (await queues.depths()).codes.active).toBe(0);
  expect(await add()).toBe("seen");
  expect(await queues.add("codes", "event", {}, { dedupe: { id: "evt_2", ttlMs: 60_000 } })).toBe("added");
});

test("a job with an id is there once, and may come again when it is done", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  expect(await queues.add("operations", "run", {}, { id: "op:1" })).toBe("added");
  expect(await queues.add("operations", "run", {}, { id: "op:1" })).toBe("seen");
  queues.work("operations", async () => DONE);
  await expect.poll(() => queues.add("operations", "run", {}, { id: "op:1" })).toBe("added");
});

test("again later costs no attempt", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  const attempts: number[] = [];
  queues.work("operations", async (_, { attempt }) => {
    attempts.push(attempt);
    return attempts.length < 5 ? { kind: "again", afterMs: 10 } : DONE;
  });
  await queues.add("operations", "run", {}, { attempts: 1 });
  await expect.poll(() => attempts).toEqual([1, 1, 1, 1, 1]);
  await expect.poll(async () => (await queues.depths()).operations).toMatchObject({ active: 0, delayed: 0, dead: 0 });
});

test("a job that throws is tried again and is dead in the end, kept for the operator", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  const attempts: number[] = [];
  queues.work("codes", async (_, { attempt }) => {
    attempts.push(attempt);
    throw new Error("no");
  });
  await queues.add("codes", "event", {}, { attempts: 2 });
  await expect.poll(async () => (await queues.depths()).codes.dead).toBe(1);
  expect(attempts).toEqual([1, 2]);
});

test("too many requests stops both message lanes of all replicas until its time, and nothing else", async () => {
  const { replica } = await queueWorld();
  const [one, other] = [replica(), replica()];
  const sent: { lane: string; at: number }[] = [];
  let refused = 0;
  for (const queues of [one, other]) {
    for (const lane of ["codes", "notices"] as const) {
      queues.work(lane, async ({ first }) => {
        if (first && refused++ === 0) return { kind: "again", afterMs: 2_000, pause: true };
        sent.push({ lane, at: performance.now() });
        return DONE;
      });
    }
    queues.work("operations", async () => {
      sent.push({ lane: "operations", at: performance.now() });
      return DONE;
    });
  }
  const started = performance.now();
  await one.add("notices", "event", { first: true });
  await expect.poll(async () => (await one.depths()).notices.delayed).toBe(1);
  await other.add("codes", "event", {});
  await other.add("notices", "event", {});
  await other.add("operations", "run", {});
  await expect.poll(() => sent.map(({ lane }) => lane)).toEqual(["operations"]);
  await expect.poll(() => sent.length).toBe(4);
  for (const { lane, at } of sent) if (lane !== "operations") expect(at - started).toBeGreaterThan(1_990);
});

test("a shorter pause does not end a longer one", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  const started = performance.now();
  await queues.pauseMessages(800);
  await queues.pauseMessages(10);
  let at = 0;
  queues.work("codes", async () => {
    at = performance.now();
    return DONE;
  });
  await queues.add("codes", "event", {});
  await expect.poll(() => at).toBeGreaterThan(0);
  expect(at - started).toBeGreaterThan(790);
});

test("closing waits for the jobs that run", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  let running = false;
  let finished = false;
  queues.work("operations", async () => {
    running = true;
    await new Promise((resolve) => setTimeout(resolve, 150));
    finished = true;
    return DONE;
  });
  await queues.add("operations", "run", {});
  await expect.poll(() => running).toBe(true);
  await queues.close();
  expect(finished).toBe(true);
});

test("the jobs of a person go with them, and nobody else's", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  for (const lane of ["codes", "chores"] as const) {
    for (const owner of [1, 2]) {
      await queues.add(lane, "event", {}, { owner });
      await queues.add(lane, "event", {}, { owner, delayMs: 60_000 });
    }
  }
  expect(await queues.forget(1)).toBe(4);
  expect(await queues.forget(1)).toBe(0);
  expect(await queues.forget(2)).toBe(4);
});

test("what waits is sealed again with a new key and still runs, and is still its owner's", async () => {
  const { replica, key } = await queueWorld();
  const fresh = { id: "fresh", key: createSecret(randomBytes(32).toString("base64")) };
  await replica().add("notices", "event", { a: 1 }, { owner: 7 });
  await replica().add("notices", "event", { a: 2 }, { owner: 7 });
  const rotating = replica(15_000, createKeyring([fresh, key]));
  expect(await rotating.reseal()).toEqual({ sealed: 2, unopened: 0 });
  expect(await rotating.reseal()).toEqual({ sealed: 0, unopened: 0 });
  const after = replica(15_000, createKeyring([fresh]));
  const seen: unknown[] = [];
  after.work("notices", async (payload) => {
    seen.push(payload);
    return DONE;
  });
  await expect.poll(() => seen).toEqual([{ a: 1 }, { a: 2 }]);
});

test("a job that does not open is not lost: it is tried again and then kept", async () => {
  const { replica } = await queueWorld();
  await replica().add("codes", "event", {}, { attempts: 1 });
  const stranger = createKeyring([{ id: "s", key: createSecret(randomBytes(32).toString("base64")) }]);
  const queues = replica(15_000, stranger);
  queues.work("codes", async () => DONE);
  await expect.poll(async () => (await queues.depths()).codes.dead).toBe(1);
});

test("the backlog is the messages that wait, at the pace of their lane, after a pause if there is one", async () => {
  const { replica } = await queueWorld();
  const queues = replica();
  expect(await queues.backlog()).toEqual({ messages: 0, waitMs: 0 });
  await Promise.all(Array.from({ length: 40 }, () => queues.add("notices", "n", {})));
  await queues.add("codes", "c", {});
  await queues.add("chores", "no message", {});
  await queues.add("notices", "later", {}, { delayMs: 60_000 });
  expect(await queues.backlog()).toEqual({ messages: 41, waitMs: 2_000 });
  await queues.pauseMessages(20_000);
  const { waitMs } = await queues.backlog();
  expect(waitMs).toBeGreaterThan(10_000);
  expect(waitMs).toBeLessThanOrEqual(22_000);
});
