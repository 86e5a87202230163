import { randomBytes } from "node:crypto";

/** Where a part gets randomness from, so that tests can fix it. */
export type Random = { bytes(count: number): Buffer };

const STOCK_BYTES = 4096;
let stock = Buffer.alloc(0);

/** The system's own, drawn ahead in stock: a draw for every nonce costs as much as sealing with it. */
export const systemRandom: Random = {
  bytes(count) {
    if (count > STOCK_BYTES / 8) return randomBytes(count);
    if (stock.length < count) stock = randomBytes(STOCK_BYTES);
    const drawn = Buffer.from(stock.subarray(0, count));
    // What was given out is nobody else's to find.
    stock.fill(0, 0, count);
    stock = stock.subarray(count);
    return drawn;
  },
};
