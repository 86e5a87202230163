import { type Random, systemRandom } from "../lib/random.ts";
import { createSecret, type Secret } from "../lib/secret.ts";
import type { EncryptionKey } from "./keyring.ts";

/** A fresh encryption key, named after the day it was made on, with four characters so that two of a day differ. */
export function newEncryptionKey(now: number, random: Random = systemRandom): EncryptionKey {
  const day = new Date(now).toISOString().slice(0, 10);
  const id = `${day}-${random.bytes(2).toString("hex")}`;
  return { id, key: createSecret(random.bytes(32).toString("base64")) };
}

/** The form in which `ENCRYPTION_KEYS` wants it. */
export const formatKey = ({ id, key }: EncryptionKey): Secret => createSecret(`${id}:${key.reveal()}`);
