import type { Secret } from "../lib/secret.ts";
import { binsOf } from "./bins.ts";
import { cardsOf } from "./cards.ts";
import type { Send } from "./request.ts";
import { threedsOf } from "./threeds.ts";
import { transactionsOf } from "./transactions.ts";
import type { Transport } from "./transport.ts";
import type { Lane } from "./types.ts";
import { walletOf } from "./wallet.ts";
import { webhooksOf } from "./webhooks.ts";

export type CryptoCardyClientOptions = {
  /** The wallet. It goes to the host of the transport and nowhere else. */
  seed: Secret;
  transport: Transport;
  /** Whose turn it is when budgets are short; also sets the deadline: 20 s for `code` and `person`, 60 s for the others. */
  lane?: Lane;
  signal?: AbortSignal;
  /**
   * How long a read waits for its turn when budgets are short, in milliseconds; else the lane decides. For who can ask
   * again. Writes, and reads with a small budget of their own, are not hurried.
   */
  readPatienceMs?: number | undefined;
};

export type CryptoCardyClient = ReturnType<typeof createCryptoCardyClient>;

/**
 * Every call of the REST API for one wallet. All of them throw `CardApiError` and nothing else. GETs are repeated when that may
 * help; writes only when they surely were not executed (never sent, or refused with 429).
 */
export function createCryptoCardyClient(options: CryptoCardyClientOptions) {
  const { seed, transport, lane = "person", signal, readPatienceMs } = options;
  const send: Send = (request) => transport.send({ ...request, seed, lane, signal, readPatienceMs });
  return {
    cards: cardsOf(send),
    transactions: transactionsOf(send),
    wallet: walletOf(send),
    bins: binsOf(send),
    threeds: threedsOf(send),
    webhooks: webhooksOf(send),
  };
}
