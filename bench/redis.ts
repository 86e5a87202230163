import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRedis } from "../sandbox/redis.ts";

/** A private Redis that writes its log to disk every second, as the program wants it in earnest. */
export async function freshRedis(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "bench-redis-"));
  const redis = await startRedis({ folder, env: { ...process.env, REDIS_URL: "" } });
  if (redis.kind === "javascript") console.error("No Redis server on this machine: figures are those of a stand-in.");
  return {
    url: redis.url,
    async close() {
      await redis.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
