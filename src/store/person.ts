import type { Locale } from "../lib/locale.ts";
import type { Json } from "./json.ts";

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
