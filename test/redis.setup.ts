import type { TestProject } from "vitest/node";
import { type RedisKind, startRedis } from "../sandbox/redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    redisUrl: string;
    /** `javascript` cannot do all that a real server does: tests of that are skipped there (never in CI, which has a real one). */
    redisKind: RedisKind;
  }
}

/** One Redis for the whole run; every test that needs one takes its own database of it (`freshRedis`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const redis = await startRedis({ databases: 10_000 });
  if (redis.kind === "javascript") console.warn("No real Redis here: tests that need one are skipped");
  project.provide("redisUrl", redis.url);
  project.provide("redisKind", redis.kind);
  return () => redis.close();
}
