// A process that starts a Redis and waits to be killed.
import { startRedis } from "../../sandbox/redis.ts";

const redis = await startRedis();
// Listening keeps the process alive.
process.on("message", () => {});
process.send?.(redis.url);
