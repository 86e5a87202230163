import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { connectRedis } from "../../src/store/connect.ts";
import type { Person, Wallet } from "../../src/store/person.ts";
import { createStore } from "../../src/store/store.ts";
import { createKeyring, type EncryptionKey, sealSeed } from "../../src/vault/index.ts";
import { freshRedis } from "../fresh-redis.ts";

export const newKey = (id = "k1"): EncryptionKey => ({ id, key: createSecret(randomBytes(32).toString("base64")) });

/** A store on an empty database, with a clock that can be moved and a raw connection to look behind the curtain. */
export async function storeWorld(keys: EncryptionKey[] = [newKey()], givenUrl?: string) {
  const url = givenUrl ?? (await freshRedis());
  const redis = connectRedis(url);
  const raw = new Redis(url);
  const keyring = createKeyring(keys);
  const clock = { at: Date.now(), now: () => clock.at };
  const warnings: string[] = [];
  const store = createStore({ redis, keyring, clock, warn: (_, text) => warnings.push(text) });
  onTestFinished(() => {
    redis.disconnect();
    raw.disconnect();
  });
  return { url, redis, raw, keyring, keys, clock, store, warnings };
}

export type StoreWorld = Awaited<ReturnType<typeof storeWorld>>;

export const SEED = "a1b2-c3d4-e5f6-0718";

export function walletOf({ keyring }: Pick<StoreWorld, "keyring">, userId: number, more: Partial<Wallet> = {}): Wallet {
  const id = more.id ?? "w1Az";
  const sealed = sealSeed(keyring, userId, id, createSecret(SEED));
  return { id, name: "Wallet", sealed, seedSaved: false, ...more };
}

export const personOf = (id: number, more: Partial<Person> = {}): Person => ({
  id,
  createdAt: 1_790_000_000_123,
  wallets: [],
  settings: {},
  ...more,
});

/** Everything that lies in the database, keys and values, as one text. */
export async function dump(raw: Redis): Promise<string> {
  const parts: string[] = [];
  for (const key of await raw.keys("*")) {
    parts.push(key);
    const type = await raw.type(key);
    if (type === "string") parts.push((await raw.getBuffer(key))?.toString("latin1") ?? "");
    if (type === "hash") parts.push(JSON.stringify(await raw.hgetall(key)));
    if (type === "zset") parts.push(JSON.stringify(await raw.zrange(key, 0, "-1")));
    if (type === "list") parts.push(JSON.stringify(await raw.lrange(key, 0, -1)));
    if (type === "set") parts.push(JSON.stringify(await raw.smembers(key)));
    if (type === "stream") parts.push(JSON.stringify(await raw.xrange(key, "-", "+")));
  }
  return parts.join("\n");
}
