import { createSecret, type Secret } from "../lib/secret.ts";
import type { Keyring } from "./keyring.ts";

const PURPOSE = "wallet";
const owner = (userId: number, walletId: string): string => `${userId}:${walletId}`;

/** The seed of a wallet as it is stored (base64url), bound to that wallet of that person. */
export function sealSeed(keyring: Keyring, userId: number, walletId: string, seed: Secret): string {
  return keyring.sealText(PURPOSE, owner(userId, walletId), seed.reveal());
}

/** The seed of a wallet. Throws `VaultError`. Used by `accounts/` and by the rotation of keys, by nothing else. */
export function openSeed(keyring: Keyring, userId: number, walletId: string, sealed: string): Secret {
  return createSecret(keyring.openText(PURPOSE, owner(userId, walletId), sealed));
}
