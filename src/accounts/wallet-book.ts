import type { Person, Wallet, WalletHook } from "../store/person.ts";
import { AccountError, MAX_WALLETS, type WalletView } from "./types.ts";

const NAME_LIMIT = 32;

/** A person as they are before anything is known of them. */
export function newPerson(id: number, now: number): Person {
  return { id, createdAt: now, wallets: [], settings: {} };
}

/** Throws `AccountError("no-wallet")`. */
export function walletOf(person: Person | undefined, walletId: string): Wallet {
  const found = person?.wallets.find(({ id }) => id === walletId);
  if (!found) throw new AccountError("no-wallet");
  return found;
}

/** With one more wallet, which becomes the active one. Throws `AccountError("full")`. */
export function withWallet(person: Person, wallet: Wallet): Person {
  if (person.wallets.length >= MAX_WALLETS) throw new AccountError("full");
  return { ...person, wallets: [...person.wallets, wallet], activeWallet: wallet.id };
}

/** Without a wallet; the first of the others becomes the active one. */
export function withoutWallet(person: Person, walletId: string): Person {
  const wallets = person.wallets.filter(({ id }) => id !== walletId);
  const { activeWallet, ...rest } = person;
  const active = activeWallet === walletId ? wallets[0]?.id : activeWallet;
  return { ...rest, wallets, ...(active && { activeWallet: active }) };
}

/** With one wallet changed. Throws `AccountError("no-wallet")`. */
export function withChanged(person: Person | undefined, walletId: string, change: (wallet: Wallet) => Wallet): Person {
  walletOf(person, walletId);
  if (!person) throw new AccountError("no-wallet");
  return { ...person, wallets: person.wallets.map((wallet) => (wallet.id === walletId ? change(wallet) : wallet)) };
}

/** The wallet with another webhook; the one it had goes on receiving if it ever did. */
export function withHook(wallet: Wallet, hook: WalletHook, now: number): Wallet {
  const old = wallet.hook;
  const retiring = [
    ...(wallet.retiring ?? []),
    ...(old?.webhookId ? [{ token: old.token, webhookId: old.webhookId, since: now }] : []),
  ];
  return { ...wallet, hook, ...(retiring.length > 0 && { retiring }) };
}

/** One line, cut to 32 characters; undefined when nothing is left. */
export function tidyName(name: string): string | undefined {
  const tidy = [...name.normalize("NFC").replace(/\s+/g, " ").trim()].slice(0, NAME_LIMIT).join("").trim();
  return tidy === "" ? undefined : tidy;
}

/** An id that no other wallet of the person has. */
export function freshWalletId(person: Person | undefined, next: () => string): string {
  for (;;) {
    const id = next();
    if (!person?.wallets.some((wallet) => wallet.id === id)) return id;
  }
}

export function viewOf(person: Person, wallet: Wallet, hooked: boolean): WalletView {
  return {
    id: wallet.id,
    name: wallet.name,
    active: person.activeWallet === wallet.id,
    seedSaved: wallet.seedSaved,
    ...(wallet.opened && { opened: wallet.opened }),
    hook: hooked ? (wallet.hook?.state ?? "degraded") : "polling",
  };
}
