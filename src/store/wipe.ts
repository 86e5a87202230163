import { openSeed, VaultError } from "../vault/index.ts";
import type { Belongings } from "./belongings.ts";
import type { Hooks } from "./hooks.ts";
import { keyOf, parseKey } from "./keys.ts";
import type { People } from "./people.ts";
import type { Person, Wallet } from "./person.ts";
import type { StoreDeps } from "./records.ts";
import type { Seeds } from "./seeds.ts";

type Parts = { belongings: Belongings; people: People; hooks: Hooks; seeds: Seeds };

const BY_USER = ["screen", "awaiting", "conversation", "sensitive", "pin", "rules", "belongings"] as const;

export function createWipe({ redis, keyring, warn, onWipe }: StoreDeps, { belongings, people, hooks, seeds }: Parts) {
  async function forgetSeed(userId: number, { id, sealed }: Wallet): Promise<void> {
    try {
      await seeds.remove(openSeed(keyring, userId, id, sealed), { userId, walletId: id });
    } catch (error) {
      // A wallet that does not open any more must not keep a person from being deleted.
      if (!(error instanceof VaultError)) throw error;
      warn?.({ kind: error.kind }, "a wallet that does not open is deleted");
    }
  }

  /** Undefined as well for somebody whose record does not open: the rest of what is theirs goes all the same. */
  async function read(userId: number): Promise<Person | undefined> {
    try {
      return await people.get(userId);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      warn?.({ kind: error.kind }, "a person whose record does not open is deleted");
      return undefined;
    }
  }

  return async (userId: number): Promise<void> => {
    const person = await read(userId);
    const tokens = (person?.wallets ?? []).flatMap(({ hook, retiring = [] }) => [
      ...(hook ? [hook.token] : []),
      ...retiring.map(({ token }) => token),
    ]);
    await Promise.all(tokens.map((token) => hooks.forget(token)));
    for (const wallet of person?.wallets ?? []) await forgetSeed(userId, wallet);
    for (const key of await belongings.list(userId)) {
      const parsed = parseKey(key);
      if (parsed?.kind === "operation") await redis.zrem(keyOf("openOperations", ""), parsed.id);
      await redis.del(key);
    }
    await Promise.all(BY_USER.map((kind) => redis.del(keyOf(kind, userId))));
    await onWipe?.(userId);
    // Last, because it is what the rest is found by: after a crash the wipe can be run again.
    await people.delete(userId);
  };
}
