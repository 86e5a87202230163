import { Redis } from "ioredis";
import { inject } from "vitest";

/** The address of an empty database that no other test uses. */
export async function freshRedis(): Promise<string> {
  const url = new URL(inject("redisUrl"));
  const redis = new Redis(url.href, { maxRetriesPerRequest: 1 });
  try {
    for (;;) {
      const number = await redis.incr("tests:databases");
      await redis.select(number);
      const empty = (await redis.dbsize()) === 0;
      await redis.select(0);
      if (!empty) continue;
      url.pathname = `/${number}`;
      return url.href;
    }
  } finally {
    redis.disconnect();
  }
}
