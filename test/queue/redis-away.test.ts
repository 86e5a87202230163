import { expect, inject, onTestFinished, test, vi } from "vitest";
import { startRedis } from "../../sandbox/redis.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeyring } from "../../src/vault/index.ts";
import { freshRedis } from "../fresh-redis.ts";
import { startProxy } from "../proxy.ts";
import { newKey } from "../store/world.ts";

test("adding a job is one round trip", async () => {
  const redis = connectRedis(await freshRedis());
  const queues = createQueues({ redis, keyring: createKeyring([newKey()]), log: createLog({ level: "silent" }) });
  const add = (id: string) => queues.add("notices", "event", { a: 1 }, { dedupe: { id, ttlMs: 60_000 }, owner: 7 });
  await add("first");
  onTestFinished(async () => {
    await queues.close();
    redis.disconnect();
  });
  const sent = vi.spyOn(redis, "sendCommand");
  await add("second");
  expect(sent.mock.calls.map(([{ name }]) => name)).toEqual(["evalsha"]);
});

test.skipIf(inject("redisKind") === "javascript")(
  "when Redis is away adding fails within seconds instead of waiting",
  async () => {
    const server = await startRedis({ env: { PATH: process.env.PATH } });
    const redis = connectRedis(server.url);
    const queues = createQueues({ redis, keyring: createKeyring([newKey()]), log: createLog({ level: "silent" }) });
    onTestFinished(async () => {
      redis.disconnect();
      await queues.close();
    });
    expect(await queues.add("codes", "event", {})).toBe("added");
    await server.close();
    const started = performance.now();
    await expect(queues.add("codes", "event", {})).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(20_000);
  },
);

test("when Redis was away as the process began, adding works as soon as Redis is there", async () => {
  const wire = await startProxy(await freshRedis());
  wire.cut();
  const redis = connectRedis(wire.url);
  const queues = createQueues({ redis, keyring: createKeyring([newKey()]), log: createLog({ level: "silent" }) });
  onTestFinished(async () => {
    await queues.close();
    redis.disconnect();
  });
  await expect(queues.add("codes", "event", {})).rejects.toThrow();
  wire.mend();
  await vi.waitFor(async () => expect(await queues.add("codes", "event", {})).toBe("added"), { timeout: 5_000 });
});
