import { Cluster, Redis } from "ioredis";
import type { RedisTarget } from "../lib/redis-target.ts";

export type RedisClient = Redis | Cluster;

// A person waits: better an error soon than an answer late.
const COMMON = {
  connectTimeout: 5_000,
  commandTimeout: 5_000,
  maxRetriesPerRequest: 2,
  // Soon again, all the time: a Redis that restarts is away for a second or two, and codes wait behind it.
  retryStrategy: (times: number) => Math.min(times * 50, 500),
  enableReadyCheck: true,
};

const MOST_HELD = 8;

/**
 * A connection to Redis: an address, Sentinel or Cluster. It connects by itself and again after a loss; commands fail
 * within seconds while it is away. `onError` hears of every fault of the connection (message without address).
 */
export function connectRedis(target: RedisTarget | string, onError: (error: Error) => void = () => {}): RedisClient {
  const redis = create(typeof target === "string" ? { kind: "single", url: { reveal: () => target } } : target);
  redis.on("error", onError);
  if (redis instanceof Redis) writeTogether(redis);
  return redis;
}

/**
 * Commands leave together, up to eight in one write, and none waits longer than until what is at hand has been looked at: the
 * system call is the dearest part of a small command. Not all in one: Redis would idle meanwhile, and then we.
 */
function writeTogether(redis: Redis): void {
  const send = redis.sendCommand.bind(redis);
  let held = 0;
  redis.sendCommand = (command, pipeline) => {
    const { stream } = redis;
    if (stream?.writableCorked === 0) {
      held = 0;
      stream.cork();
      setImmediate(() => stream.uncork());
    }
    const answer = send(command, pipeline);
    held += 1;
    if (held === MOST_HELD) {
      held = 0;
      stream?.uncork();
      stream?.cork();
    }
    return answer;
  };
}

type Target = Exclude<RedisTarget, { kind: "single" }> | { kind: "single"; url: { reveal(): string } };

function create(target: Target): RedisClient {
  if (target.kind === "single") return new Redis(target.url.reveal(), COMMON);
  const access = {
    ...COMMON,
    ...(target.tls ? { tls: {} } : {}),
    ...(target.username ? { username: target.username } : {}),
    ...(target.password ? { password: target.password.reveal() } : {}),
  };
  if (target.kind === "cluster") return new Cluster(target.nodes, { redisOptions: access });
  return new Redis({ ...access, db: target.db ?? 0, name: target.name, sentinels: target.sentinels });
}
