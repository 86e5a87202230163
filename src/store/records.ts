import type { Clock } from "../lib/clock.ts";
import { type Keyring, VaultError } from "../vault/index.ts";
import type { RedisClient } from "./connect.ts";
import { KINDS, keyOf, purposeOf, type SealedKind } from "./keys.ts";
import { compareAndSet, deleteIfMine } from "./scripts.ts";

/** What every part of the store is made of. `warn` hears of records that cannot be read. */
export type StoreDeps = {
  redis: RedisClient;
  keyring: Keyring;
  clock: Clock;
  warn?: (facts: Record<string, unknown>, text: string) => void;
  /** What else is forgotten when a person is wiped: their jobs, which are not in the store. */
  onWipe?: (userId: number) => Promise<unknown>;
};

export type Codec<Value> = { encode(value: Value): string | Buffer; decode(bytes: Buffer, id: string): Value };

/** For records that are few or short-lived: plain JSON. */
const json = <Value>(): Codec<Value> => ({
  encode: (value) => JSON.stringify(value),
  decode: (bytes) => JSON.parse(bytes.toString("utf8")) as Value,
});

const ATTEMPTS = 20;

/** Sealed records of one kind, by id. */
export type Records<Value> = ReturnType<typeof createRecords<Value>>;

export function createRecords<Value>(deps: StoreDeps, kind: SealedKind, codec: Codec<Value> = json()) {
  const { redis, keyring } = deps;
  const purpose = purposeOf(kind);
  const key = (id: string | number): string => keyOf(kind, id);
  const seal = (id: string | number, value: Value): Buffer => keyring.seal(purpose, String(id), codec.encode(value));
  const open = (id: string | number, sealed: Buffer): Value =>
    codec.decode(keyring.open(purpose, String(id), sealed), String(id));
  const lifetime: number = KINDS[kind].ttlMs;
  const unopened = new Set<string>();

  async function read(id: string | number): Promise<Value | undefined> {
    const sealed = await redis.getBuffer(key(id));
    return sealed ? open(id, sealed) : undefined;
  }

  return {
    /** The record, or undefined. Throws `VaultError` for one that does not open. */
    read,

    /** For lists, where one record must not stand in the way of the others: "unopened" for one that does not open. */
    async readListed(id: string | number): Promise<Value | "unopened" | undefined> {
      try {
        return await read(id);
      } catch (error) {
        if (!(error instanceof VaultError)) throw error;
        // Lists are read every few seconds: once per record is enough.
        if (!unopened.has(String(id)))
          deps.warn?.({ kind: error.kind, record: kind }, "a record that does not open is skipped");
        unopened.add(String(id));
        return "unopened";
      }
    },

    /** Writes over whatever is there. `ttlMs` 0 keeps it until it is removed. */
    async write(id: string | number, value: Value, ttlMs = lifetime): Promise<void> {
      if (ttlMs > 0) await redis.set(key(id), seal(id, value), "PX", ttlMs);
      else await redis.set(key(id), seal(id, value));
    },

    /** Writes only where nothing is; tells whether it did. */
    create: (id: string | number, value: Value, ttlMs = lifetime): Promise<boolean> =>
      compareAndSet(redis, key(id), undefined, seal(id, value), ttlMs),

    /**
     * Reads, changes, and writes if nobody else wrote in between; otherwise again with what is there now.
     * `change` may run several times, so it must be pure. When it returns undefined nothing is written. `first` is what
     * must have happened before anything is: it is waited for while the record is read.
     */
    async change<Next extends Value | undefined>(
      id: string | number,
      change: (now: Value | undefined) => Next,
      { ttlMs, first }: { ttlMs?: (next: Value) => number; first?: Promise<void> } = {},
    ): Promise<Next> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const [found] = await Promise.all([redis.getBuffer(key(id)), first]);
        const sealed = found ?? undefined;
        const next = change(sealed && open(id, sealed));
        if (next === undefined) return next;
        const ttl = ttlMs?.(next) ?? lifetime;
        if (await compareAndSet(redis, key(id), sealed, seal(id, next), ttl)) return next;
      }
      throw new Error(`a record (${kind}) is changed by too many at once`);
    },

    /** Reads and removes in one step: of many who ask at once, one gets it. */
    async take(id: string | number): Promise<Value | undefined> {
      const sealed = await redis.getdelBuffer(key(id));
      return sealed ? open(id, sealed) : undefined;
    },

    /** Removes it if it is still so; not when somebody wrote in between. */
    async removeIf(id: string | number, condition: (now: Value) => boolean): Promise<void> {
      const sealed = await redis.getBuffer(key(id));
      if (sealed && condition(open(id, sealed))) await deleteIfMine(redis, key(id), sealed);
    },

    async remove(id: string | number): Promise<void> {
      await redis.del(key(id));
    },
  };
}
