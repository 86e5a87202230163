import { createHash, timingSafeEqual } from "node:crypto";
import type { Secret } from "../lib/secret.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares a header with a secret in constant time, whatever their lengths. */
export function sameSecret(header: string | string[] | undefined, secret: Secret): boolean {
  return typeof header === "string" && timingSafeEqual(digest(header), digest(secret.reveal()));
}
