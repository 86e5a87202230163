import { createPaymentBook } from "../notifications/tell/payment-book.ts";
import type { BotContext } from "./context.ts";
import type { BotDeps } from "./deps.ts";
import { type ObjectAct, ownerOf, userOf } from "./wallet.ts";

/**
 * Card and merchant of the payment that a button below its message names: as they were told, else asked for. Throws
 * `CardApiError`.
 */
export async function paymentOf(
  ctx: BotContext,
  { store, accounts }: Pick<BotDeps, "store" | "accounts">,
  { wallet, id }: Pick<ObjectAct, "wallet" | "id">,
): Promise<{ cardId: string; merchant: string }> {
  const told = await createPaymentBook(store).byId(userOf(ctx), wallet, id);
  if (told) return told;
  const { transactions } = await accounts.client(ownerOf(ctx), wallet);
  const { cardId, merchant } = await transactions.get(id);
  return { cardId, merchant: merchant.name };
}
