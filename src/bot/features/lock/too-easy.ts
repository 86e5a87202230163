import type { Secret } from "../../../lib/secret.ts";

const ROWS = ["0123456789", "9876543210"];

/** One digit four times, or digits in a row: what a thief tries first. */
export function isTooEasy(pin: Secret): boolean {
  const digits = pin.reveal();
  return new Set(digits).size === 1 || ROWS.some((row) => row.includes(digits));
}
