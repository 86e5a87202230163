import { createRedisMock } from "js-redis-server";
import { expect, onTestFinished, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createStore } from "../../src/store/store.ts";
import { createKeyring } from "../../src/vault/index.ts";
import { newKey, personOf, SEED, walletOf } from "./world.ts";

test("store and queue work on a Redis Cluster", async () => {
  const cluster = await createRedisMock({ cluster: { masters: 3 } });
  const redis = connectRedis({ kind: "cluster", nodes: cluster.addresses(), tls: false });
  const keyring = createKeyring([newKey()]);
  const store = createStore({ redis, keyring, clock: { now: () => Date.now() } });
  const queues = createQueues({ redis, keyring, log: createLog({ level: "silent" }) });
  onTestFinished(async () => {
    await queues.close();
    redis.disconnect();
    await cluster.close();
  });

  for (let id = 1; id <= 30; id++) {
    await store.people.update(id, () => personOf(id, { wallets: [walletOf({ keyring }, id)] }));
    await store.seeds.add(createSecret(SEED), { userId: id, walletId: "w1Az" });
    await store.bubbles.put(id, "payment", { messageId: 1, at: 1 });
  }
  const found: number[] = [];
  for await (const { id } of store.people.scan()) found.push(id);
  expect(new Set(found).size).toBe(30);
  expect(await store.locks.withLock("a", { leaseMs: 1_000, waitMs: 1_000 }, async () => "in")).toBe("in");
  await store.bubbles.putAll(8, { one: { messageId: 1, at: 1 }, two: { messageId: 2, at: 2 } });
  expect((await store.bubbles.get(8, "two"))?.messageId).toBe(2);
  await store.wipe(8);
  expect(await store.bubbles.get(8, "two")).toBeUndefined();
  await store.wipe(7);
  expect(await store.people.get(7)).toBeUndefined();

  const seen: unknown[] = [];
  queues.work("codes", async (payload) => {
    seen.push(payload);
    return { kind: "done" };
  });
  expect(await queues.add("codes", "event", { a: 1 }, { dedupe: { id: "e", ttlMs: 60_000 } })).toBe("added");
  expect(await queues.add("codes", "event", { a: 1 }, { dedupe: { id: "e", ttlMs: 60_000 } })).toBe("seen");
  await expect.poll(() => seen).toEqual([{ a: 1 }]);
});
