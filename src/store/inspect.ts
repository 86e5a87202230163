import type { RedisClient } from "./connect.ts";

/** What must be mended in the Redis that keeps people's wallets. `unreadable`: it does not tell (managed services). */
export type RedisWarning = "no-append-only-file" | "evicts" | "older-than-6.2" | "unreadable";

/**
 * Checks what a Redis must be like to lose nothing: an append-only file, no eviction, a version with the commands we use.
 * For a cluster one node answers for all.
 */
export async function inspectRedis(redis: RedisClient): Promise<RedisWarning[]> {
  const info = await redis.info().catch(() => "");
  const fact = (name: string): string | undefined => info.match(new RegExp(`^${name}:(.*)$`, "m"))?.[1]?.trim();
  const version = fact("redis_version");
  if (!version) return ["unreadable"];
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const warnings: RedisWarning[] = [];
  if (major < 6 || (major === 6 && minor < 2)) warnings.push("older-than-6.2");
  if (fact("aof_enabled") !== "1") warnings.push("no-append-only-file");
  if (fact("maxmemory_policy") !== "noeviction") warnings.push("evicts");
  return warnings;
}
