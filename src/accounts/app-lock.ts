import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Secret } from "../lib/secret.ts";
import type { PinRecord } from "../store/pins.ts";
import type { Store } from "../store/store.ts";
import { hashPin, isSameHash } from "../vault/index.ts";
import { counted, isBarred, isOpen, MOST_WRONG, opened } from "./pin-tries.ts";

type Deps = { store: Pick<Store, "pins">; clock: Clock; random: Random };

/** A PIN that is not in force yet: only its hash. Plain JSON. */
export type HashedPin = { salt: string; hash: string };

/** What a try came to. `left`: tries until the lock stays shut for a while. */
export type Try = { kind: "open" } | { kind: "wrong"; left: number } | { kind: "barred"; until: number };

/** For how many minutes a right PIN may open. */
export const UNLOCK_MINUTES = [1, 5, 15, 60] as const;
const DEFAULT_MINUTES = 5;
const SALT_BYTES = 16;

/** The lock in front of what a thief with somebody's phone would want. Of the PIN only a slow salted hash is kept, sealed. */
export type AppLock = ReturnType<typeof createAppLock>;

export function createAppLock({ store, clock, random }: Deps) {
  const { pins } = store;
  const matches = async (pin: Secret, { salt, hash }: HashedPin): Promise<boolean> =>
    isSameHash(await hashPin(pin, Buffer.from(salt, "base64url")), Buffer.from(hash, "base64url"));

  return {
    /** Absent: there is no lock. `barredUntil` and `openUntil` may be in the past. */
    get: (userId: number): Promise<PinRecord | undefined> => pins.get(userId),

    /** Whether there is a lock and it is shut. */
    async isShut(userId: number): Promise<boolean> {
      const pin = await pins.get(userId);
      return pin !== undefined && !isOpen(pin, clock.now());
    },

    async hash(pin: Secret): Promise<HashedPin> {
      const salt = random.bytes(SALT_BYTES);
      return { salt: salt.toString("base64url"), hash: (await hashPin(pin, salt)).toString("base64url") };
    },

    matches,

    /**
     * Puts a PIN in force, or another in its place; what it guards stays open for now. `wallets`: ids of those whose seeds
     * lift it when it is forgotten.
     */
    async set(userId: number, pin: HashedPin, wallets: string[]): Promise<void> {
      const { minutes = DEFAULT_MINUTES } = (await pins.get(userId)) ?? {};
      await pins.put(userId, opened({ ...pin, minutes, wallets, wrong: 0 }, clock.now()));
    },

    /** Every try counts as a wrong one until it has proved right, so that trying in parallel gains nothing. */
    async try(userId: number, pin: Secret): Promise<Try> {
      const before = await pins.get(userId);
      if (!before) return { kind: "open" };
      const now = clock.now();
      if (isBarred(before, now)) return { kind: "barred", until: before.barredUntil };
      const counting = await pins.update(userId, (known) => (isBarred(known, now) ? undefined : counted(known, now)));
      if (!counting) return { kind: "barred", until: (await pins.get(userId))?.barredUntil ?? now };
      if (await matches(pin, before)) {
        await pins.update(userId, (known) => opened(known, clock.now()));
        return { kind: "open" };
      }
      if (isBarred(counting, now)) return { kind: "barred", until: counting.barredUntil };
      return { kind: "wrong", left: MOST_WRONG - counting.wrong };
    },

    setMinutes: (userId: number, minutes: number): Promise<PinRecord | undefined> =>
      pins.update(userId, (pin) => ({ ...pin, minutes })),

    /** Shuts it at once. False: there is no lock. */
    async shut(userId: number): Promise<boolean> {
      const pin = await pins.update(userId, ({ openUntil: _, ...rest }) => rest);
      return pin !== undefined;
    },

    remove: (userId: number): Promise<void> => pins.remove(userId),
  };
}
