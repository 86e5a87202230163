import { createHash, randomBytes, randomInt } from "node:crypto";

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

const pick = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");

/** `card_8xK2m9Lp4q`. */
export const cardId = () => `card_${pick(letters, 10)}`;
/** `txn_a1b2c3d4`, `dep_…`, `3ds_…`, `wh_…`, `evt_…`. */
export const objectId = (prefix: "txn" | "dep" | "3ds" | "wh" | "evt") =>
  `${prefix}_${pick("0123456789abcdefghijklmnopqrstuvwxyz", 8)}`;
/** `req_7f8a9b2c3d4e`. */
export const requestId = () => `req_${randomBytes(6).toString("hex")}`;
/** `a1b2-c3d4-e5f6-7890`. */
export const newSeed = () => Array.from({ length: 4 }, () => randomBytes(2).toString("hex")).join("-");
export const newOtp = () => pick("0123456789", 6);
export const newCvv = () => pick("0123456789", 3);
export const newWebhookSecret = () => `whsec_${randomBytes(24).toString("hex")}`;
export const newTxHash = () => randomBytes(32).toString("hex");

/** Twelve hexadecimal digits by which logs tell wallets apart without showing a seed. */
export const fingerprint = (seed: string) => createHash("sha256").update(seed).digest("hex").slice(0, 12);

function luhnDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** A 16-digit number of a BIN with a valid check digit. */
export function newPan(bin: string): string {
  const body = bin + pick("0123456789", 15 - bin.length);
  return body + luhnDigit(body);
}

/** The number shown by `GET /`: the same BIN and last four, another middle (as in the documentation's samples). */
export function previewNumber(pan: string): string {
  const digits = pan.slice(0, 6) + pick("0123456789", 6) + pan.slice(-4);
  return digits.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** Addresses shaped like the chain's; nobody holds their keys. */
export function newAddress(chain: "bitcoin" | "ethereum" | "solana" | "monero"): string {
  switch (chain) {
    case "bitcoin":
      return `bc1q${pick(bech32, 38)}`;
    case "ethereum":
      return `0x${randomBytes(20).toString("hex")}`;
    case "solana":
      return pick(base58, 44);
    case "monero":
      return `4${pick(base58, 94)}`;
  }
}
