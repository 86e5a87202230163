import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { expect, inject, onTestFinished, test } from "vitest";
import { startRedis } from "../../sandbox/redis.ts";

const nowhere = { env: { PATH: "" }, cache: "/dev/null/redis" } as const;
const server = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "redis-server"))
  .find(existsSync);

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "redis-test-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

test("with nothing on the PATH and no download there is still a Redis", async () => {
  const redis = await startRedis({ ...nowhere, download: "never", databases: 100 });
  expect(redis.kind).toBe("javascript");
  expect(await answers(`${redis.url}/99`)).toBe(true);
  await redis.close();
  expect(await answers(redis.url)).toBe(false);
});

test("a download that fails, waited for or not, does not keep the Redis away", async () => {
  for (const download of ["wait", "background"] as const) {
    const redis = await startRedis({ env: { PATH: "" }, cache: nowhere.cache, download });
    expect(redis.kind).toBe("javascript");
    await redis.close();
  }
});

test("the one that is named is used, or it fails loudly", async () => {
  const url = inject("redisUrl");
  expect(await startRedis({ env: { REDIS_URL: url } })).toMatchObject({ kind: "given", url });
  await expect(startRedis({ env: { REDIS_URL: "redis://127.0.0.1:1" } })).rejects.toThrow("REDIS_URL");
  await expect(startRedis({ env: { REDIS_URL: url }, databases: 20_000 })).rejects.toThrow("databases");
});

test.skipIf(!server)("one that an earlier start left in the cache is used", async () => {
  const cache = join(await folder(), "redis");
  await mkdir(cache);
  await symlink(server ?? "", join(cache, "redis-server"));
  const redis = await startRedis({ env: { PATH: "" }, cache, download: "never" });
  expect(redis.kind).toBe("cached");
  expect(await answers(redis.url)).toBe(true);
  await redis.close();
  expect(await answers(redis.url)).toBe(false);
});

test.skipIf(!server)("data outlives the server when it is given a folder", async () => {
  const path = await folder();
  const first = await startRedis({ env: { PATH: process.env.PATH }, folder: path });
  const redis = new Redis(first.url);
  await redis.set("a", "kept");
  redis.disconnect();
  await first.close();
  const second = await startRedis({ env: { PATH: process.env.PATH }, folder: path });
  const again = new Redis(second.url);
  expect(await again.get("a")).toBe("kept");
  again.disconnect();
  await second.close();
});

test.skipIf(!server)("a private server dies with the process that started it, even after kill -9", async () => {
  const child = fork(join(import.meta.dirname, "start-redis-child.ts"), { env: { PATH: process.env.PATH } });
  const [url] = (await once(child, "message")) as [string];
  expect(await answers(url)).toBe(true);
  child.kill("SIGKILL");
  await expect.poll(() => answers(url)).toBe(false);
});
