import { Redis } from "ioredis";
import { inject } from "vitest";

/** The address of an empty database that no other test uses. */
export function freshRedis(): Promise<string> {
  return withTestRedis(async (redis) => {
    const url = new URL(inject("redisUrl"));
    for (;;) {
      const number = await redis.incr("tests:databases");
      await redis.select(number);
      const empty = (await redis.dbsize()) === 0;
      await redis.select(0);
      if (!empty) continue;
      url.pathname = `/${number}`;
      return url.href;
    }
  });
}

/** What all tests of a run share lies in database 0. */
export async function withTestRedis<Value>(work: (redis: Redis) => Promise<Value>): Promise<Value> {
  const redis = new Redis(inject("redisUrl"), { maxRetriesPerRequest: 1 });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
