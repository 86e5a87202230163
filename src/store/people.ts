import type { Locale } from "../lib/locale.ts";
import { personCodec } from "./codec.ts";
import { keyOf, parseKey } from "./keys.ts";
import { createRecords, type StoreDeps } from "./records.ts";
import { scanKeys } from "./scan.ts";

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined };

/** Absent means default. Known names are typed; a feature may keep more, as plain JSON. */
export type Settings = { [name: string]: Json | undefined };

/** A webhook that is registered for a wallet. `token` is the random part of its URL. */
export type WalletHook = { token: string; webhookId: string; createdAt: number; state: "live" | "degraded" };

/** A webhook that was replaced and still receives for a while. */
export type RetiringHook = { token: string; webhookId: string; since: number };

/** How a wallet was opened here. `awaitsCard`: a card was announced with it that waits for the first deposit. */
export type Opening = { asset: string; address: string; network?: string; awaitsCard?: true };

export type Wallet = {
  /** 4-6 characters of base62, unique per person. */
  id: string;
  name: string;
  /** Made by `sealSeed`; opened by accounts only. */
  sealed: string;
  seedSaved: boolean;
  /** Absent when it was connected by its seed. */
  opened?: Opening;
  hook?: WalletHook;
  retiring?: RetiringHook[];
};

export type Person = {
  /** Telegram user id. */
  id: number;
  locale?: Locale;
  /** Milliseconds since the epoch. */
  createdAt: number;
  activeWallet?: string;
  wallets: Wallet[];
  /** They blocked the bot or left Telegram. */
  unreachable?: true;
  settings: Settings;
};

export type People = ReturnType<typeof createPeople>;

export function createPeople(deps: StoreDeps) {
  const records = createRecords<Person>(deps, "person", personCodec);

  return {
    get: (id: number): Promise<Person | undefined> => records.read(id),

    /**
     * Changes a person, or makes one. `change` is pure and may run several times (another process may write in
     * between); undefined leaves everything as it is.
     */
    update: <Next extends Person | undefined>(
      id: number,
      change: (person: Person | undefined) => Next,
    ): Promise<Next> => records.change(id, change),

    /** Only the record itself; `store.wipe` deletes everything of a person. */
    delete: (id: number): Promise<void> => records.remove(id),

    /** Everybody whose record opens, in no order; somebody who changes meanwhile may come twice. */
    async *scan(): AsyncGenerator<Person> {
      for await (const keys of scanKeys(deps.redis, keyOf("person", "*"))) {
        const ids = keys.flatMap((key) => parseKey(key)?.id ?? []);
        const page = await Promise.all(ids.map((id) => records.readListed(id)));
        for (const person of page) if (person && person !== "unopened") yield person;
      }
    },
  };
}
