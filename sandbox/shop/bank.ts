import type { CardInput } from "./card-form.ts";
import type { Product } from "./products.ts";

export type BankAnswer =
  | { status: "challenge"; challengeId: string; attemptsLeft?: number }
  | { status: "approved"; transactionId: string }
  | { status: "declined"; reason: string };

/** The card network as a shop sees it: the control side of the CryptoCardy sandbox. `controlUrl` ends in `/_control`. */
export function createBank(controlUrl: string) {
  async function call(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${controlUrl}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`the bank answered ${response.status}`);
    return response.json();
  }

  return {
    /** Asks for the money; the answer may be that the cardholder must confirm with a code. */
    charge: async ({ pan, cvv, expMonth, expYear, amount }: CardInput, { merchant }: Product): Promise<BankAnswer> => {
      const { name, mcc, country } = merchant;
      const order = { pan, cvv, expMonth, expYear, amount, merchant: name, mcc, country };
      return readAnswer(await call("/purchase", order));
    },
    confirm: async (challengeId: string, otp: string): Promise<BankAnswer> =>
      readAnswer(await call("/answer-challenge", { challengeId, otp })),
    refund: async (transactionId: string): Promise<void> => void (await call("/refund", { transactionId })),
  };
}

export type Bank = ReturnType<typeof createBank>;

function readAnswer(body: unknown): BankAnswer {
  const answer = body as Record<string, unknown>;
  const text = (name: string): string => {
    const value = answer[name];
    if (typeof value !== "string") throw new Error(`the bank's answer has no ${name}`);
    return value;
  };
  switch (answer.status) {
    case "challenge": {
      const left = answer.attemptsLeft;
      return {
        status: "challenge",
        challengeId: text("challengeId"),
        ...(typeof left === "number" && { attemptsLeft: left }),
      };
    }
    case "approved":
      return { status: "approved", transactionId: text("transactionId") };
    case "declined":
      return { status: "declined", reason: text("reason") };
    default:
      throw new Error("the bank's answer has no status");
  }
}
