import type { Cards } from "../cards.ts";
import type { Core } from "../core.ts";
import { amountField, fundBounds, onlyFields } from "../http/read.ts";
import { ok, type Route } from "../http/request.ts";
import { dollars } from "../money.ts";
import { cardOf } from "./cards.ts";

/** Money between the wallet and a card. */
export function fundingRoutes(core: Core, cards: Cards): Route[] {
  const { wire, variants } = core;
  return [
    {
      method: "POST",
      path: "/cards/:card/fund",
      handler(request) {
        const card = cardOf(request, core);
        onlyFields(request.body, ["amount"]);
        const amount = amountField(request.body, fundBounds);
        const { previous } = cards.fund(request.wallet, card, amount);
        return ok({
          id: card.id,
          previous_balance: dollars(previous),
          funded_amount: dollars(amount),
          new_balance: dollars(card.balance),
          wallet_balance: dollars(request.wallet.balance),
        });
      },
    },
    {
      method: "POST",
      path: "/cards/:card/withdraw",
      handler(request) {
        const card = cardOf(request, core);
        onlyFields(request.body, ["amount"]);
        const amount = amountField(request.body, { min: 1, max: Number.MAX_SAFE_INTEGER });
        const { previous } = cards.withdraw(request.wallet, card, amount);
        switch (variants.withdrawBody) {
          case "empty":
            return { status: 204 };
          case "nested":
            return ok({ card: wire.card(card), wallet: wire.balance(request.wallet) });
          case "flat":
            return ok({
              id: card.id,
              previous_balance: dollars(previous),
              withdrawn_amount: dollars(amount),
              new_balance: dollars(card.balance),
              wallet_balance: dollars(request.wallet.balance),
            });
        }
      },
    },
  ];
}
