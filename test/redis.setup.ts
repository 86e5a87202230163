import type { TestProject } from "vitest/node";
import { startRedis } from "../sandbox/redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    redisUrl: string;
  }
}

/** One Redis for the whole run; every test that needs one takes its own database of it (`freshRedis`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const redis = await startRedis({ databases: 10_000 });
  project.provide("redisUrl", redis.url);
  return () => redis.close();
}
