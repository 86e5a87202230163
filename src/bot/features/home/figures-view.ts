import type { WalletBalance } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** Every figure the API gives of a wallet, each with what it means. */
export function figuresScreen(t: Translator, wallet: string, figures: WalletBalance): Screen {
  const { balance, pendingDeposits, cardsActive, cardsTotalBalance, totalDeposited, totalSpent } = figures;
  return {
    text: [
      t.html("home-figures-title"),
      t.html("home-figures-balance", { amount: t.money(balance) }),
      t.html("home-figures-pending", { amount: t.money(pendingDeposits) }),
      t.html("home-figures-cards", { amount: t.money(cardsTotalBalance), cards: cardsActive }),
      t.html("home-figures-deposited", { amount: t.money(totalDeposited) }),
      t.html("home-figures-spent", { amount: t.money(totalSpent) }),
      t.html("home-figures-currency", { currency: figures.currency }),
    ].join("\n\n"),
    buttons: [
      [{ text: t.plain("deposit-list"), act: { name: "deposits.open", wallet } }],
      [{ text: t.plain("common-refresh"), act: freshly({ name: "home.figures", wallet }) }],
      backRow(t, { name: "home.open" }),
    ],
  };
}
