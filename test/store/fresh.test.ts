import { Redis } from "ioredis";
import { expect, test } from "vitest";
import { freshRedis } from "../fresh-redis.ts";

test("every test gets an empty database of its own", async () => {
  const [one, other] = await Promise.all([freshRedis(), freshRedis()]);
  expect(one).not.toBe(other);
  const redis = new Redis(one);
  await redis.set("a", "1");
  expect(await redis.dbsize()).toBe(1);
  redis.disconnect();
  const second = new Redis(other);
  expect(await second.dbsize()).toBe(0);
  second.disconnect();
});
