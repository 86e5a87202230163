import { randomBytes } from "node:crypto";

/** Where a part gets randomness from, so that tests can fix it. */
export type Random = { bytes(count: number): Buffer };

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
