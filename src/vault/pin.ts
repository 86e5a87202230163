import { scrypt, timingSafeEqual } from "node:crypto";
import type { Secret } from "../lib/secret.ts";

// Some 100 ms and 32 MiB for each try: a PIN is short, so trying all of them must cost something.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

/** The slow hash of a PIN with its salt (any bytes, 16 are enough). */
export function hashPin(pin: Secret, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.reveal(), salt, BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

/** Whether two hashes are the same, in constant time. */
export const isSameHash = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
