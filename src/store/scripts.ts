import type { RedisClient } from "./connect.ts";

// Each touches one key only, so that they work in a Redis Cluster.
const SCRIPTS = {
  compareAndSet: `
    local now = redis.call('GET', KEYS[1])
    if ARGV[1] == '' then
      if now then return 0 end
    elseif now ~= ARGV[1] then
      return 0
    end
    if ARGV[3] == 'keep' then
      redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
    elseif ARGV[3] == '0' then
      redis.call('SET', KEYS[1], ARGV[2])
    else
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
    end
    return 1`,
  extendIfMine: `
    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
    return redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
  noteUntil: `
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
    for at = 4, #ARGV do redis.call('ZADD', KEYS[1], ARGV[2], ARGV[at]) end
    return redis.call('PEXPIRE', KEYS[1], ARGV[3])`,
  takeTurn: `
    local time = redis.call('TIME')
    local now = time[1] * 1000000 + time[2]
    local at = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
    redis.call('SET', KEYS[1], string.format('%.0f', at + ARGV[1] * 1000), 'PX', ARGV[2])
    return math.ceil((at - now) / 1000)`,
  deleteIfMine: `
    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
    return redis.call('DEL', KEYS[1])`,
} as const;

type Script = keyof typeof SCRIPTS;
type Scripted = Record<Script, (key: string, ...args: (string | Buffer | number)[]) => Promise<number>>;

async function ask(redis: RedisClient, script: Script, key: string, ...args: (string | Buffer | number)[]) {
  if (!(script in redis)) redis.defineCommand(script, { numberOfKeys: 1, lua: SCRIPTS[script] });
  return (redis as RedisClient & Scripted)[script](key, ...args);
}

const run = async (...asked: Parameters<typeof ask>): Promise<boolean> => (await ask(...asked)) === 1;

/** Writes `next` if the key still holds `expected` (undefined: nothing). `ttlMs` 0: no expiry; "keep": as it was. */
export const compareAndSet = (
  redis: RedisClient,
  key: string,
  expected: Buffer | undefined,
  next: Buffer,
  ttlMs: number | "keep",
): Promise<boolean> => run(redis, "compareAndSet", key, expected ?? "", next, ttlMs);

export const extendIfMine = (redis: RedisClient, key: string, mine: string, ttlMs: number): Promise<boolean> =>
  run(redis, "extendIfMine", key, mine, ttlMs);

/** Adds members that count until a moment (epoch ms), drops those whose moment has passed, and keeps the set for `ttlMs`. */
export const noteUntil = (
  redis: RedisClient,
  key: string,
  members: string[],
  { now, until, ttlMs }: { now: number; until: number; ttlMs: number },
): Promise<boolean> => run(redis, "noteUntil", key, now, until, ttlMs, ...members);

export const deleteIfMine = (redis: RedisClient, key: string, mine: string | Buffer): Promise<boolean> =>
  run(redis, "deleteIfMine", key, mine);

/** Takes the next turn of those that are `everyMs` apart; tells how many milliseconds it is away, by the clock of Redis. */
export const takeTurn = (redis: RedisClient, key: string, everyMs: number, ttlMs: number): Promise<number> =>
  ask(redis, "takeTurn", key, everyMs, ttlMs);
