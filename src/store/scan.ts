import { Cluster } from "ioredis";
import type { RedisClient } from "./connect.ts";

const PAGE = 250;

/** Names of keys, in pages, while the world goes on: a key that is there all the time is seen at least once. */
export async function* scanKeys(redis: RedisClient, match = "*"): AsyncGenerator<string[]> {
  const nodes = redis instanceof Cluster ? redis.nodes("master") : [redis];
  for (const node of nodes) {
    let cursor = "0";
    do {
      const [next, keys] = await node.scan(cursor, "MATCH", match, "COUNT", PAGE);
      cursor = next;
      if (keys.length > 0) yield keys;
    } while (cursor !== "0");
  }
}
