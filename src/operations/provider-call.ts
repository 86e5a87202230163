import type { CryptoCardyClient } from "../cryptocardy/client.ts";
import { CardApiError } from "../cryptocardy/errors.ts";
import type { Answer } from "./machine.ts";
import type { Operation, OperationError } from "./operation.ts";

/** Sends an operation once, with its key, and puts what came back into one of five words. Never throws. */
export async function send(client: CryptoCardyClient, operation: Operation): Promise<Answer> {
  try {
    return { kind: "success", result: await call(client, operation) };
  } catch (error) {
    // Something else than an answer of the provider: whether the request left is not known.
    if (!(error instanceof CardApiError)) return { kind: "lost", error: { kind: "unavailable" } };
    return answerOf(error);
  }
}

async function call({ cards }: CryptoCardyClient, operation: Operation) {
  const keyed = { idempotencyKey: operation.key };
  switch (operation.kind) {
    case "issue": {
      const { binId, amount, label } = operation.params;
      return { card: await cards.create({ binId, amount, label }, keyed) };
    }
    case "fund":
      return balances(await cards.fund(operation.params.cardId, operation.params.amount, keyed));
    case "withdraw":
      return balances(await cards.withdraw(operation.params.cardId, operation.params.amount, keyed));
    case "close": {
      const { refundedAmount } = await cards.terminate(operation.params.cardId, keyed);
      return refundedAmount === undefined ? {} : { refunded: refundedAmount };
    }
  }
}

function balances({ newBalance, walletBalance }: { newBalance?: number; walletBalance?: number }) {
  return {
    ...(newBalance !== undefined && { cardBalance: newBalance }),
    ...(walletBalance !== undefined && { walletBalance }),
  };
}

/** What an error of the API means for the question "was it executed?". */
export function answerOf(error: CardApiError): Answer {
  const facts = errorOf(error);
  switch (error.kind) {
    case "unavailable":
      return error.sent ? { kind: "lost", error: facts } : { kind: "unsent", error: facts };
    case "malformed":
      return { kind: "lost", error: facts };
    case "rate-limited":
      return { kind: "unsent", error: facts, ...(error.retryAfterMs !== undefined && { afterMs: error.retryAfterMs }) };
    case "conflict":
      return { kind: "conflict", error: facts };
    default:
      return { kind: "refused", error: facts };
  }
}

/** The part of an error that is kept and shown; the text is the provider's, bounded and redacted by the client. */
export function errorOf({ kind, code, requestId, text }: CardApiError): OperationError {
  return { kind, ...(code && { code }), ...(requestId && { requestId }), ...(text && { text }) };
}
