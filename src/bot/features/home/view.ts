import type { WalletBalance } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { languageRow } from "../../language.ts";
import type { Screen } from "../../screen.ts";
import { type UpcomingPayment, upcomingLine } from "../../upcoming.ts";

/** What the home screen knows of the wallet besides its figures. */
export type HomeWallet = {
  id: string;
  name: string;
  seedSaved: boolean;
  several: boolean;
  /** It was opened here together with a card that waits for the first deposit. */
  awaitsCard?: boolean;
};

const MOST_UPCOMING = 3;

/** What this is and what it cannot do, before anybody has put money in. */
export function welcomeScreen(t: Translator): Screen {
  return {
    text: t.html("home-welcome"),
    buttons: [
      [{ text: t.plain("home-new-wallet"), act: { name: "start.new" }, style: "primary" }],
      [{ text: t.plain("home-have-seed"), act: { name: "start.import" } }],
      languageRow(t, { name: "start.lang" }),
    ],
  };
}

/** The wallet in use: what is in it, what is on its way, what is on cards, and what can be done. */
export function homeScreen(
  t: Translator,
  wallet: HomeWallet,
  figures: WalletBalance,
  upcoming: UpcomingPayment[] = [],
): Screen {
  const { balance, pendingDeposits, cardsActive, cardsTotalBalance, totalDeposited, totalSpent } = figures;
  const untouched = balance === 0 && totalDeposited === 0 && cardsActive === 0 && pendingDeposits === 0;
  return draw(t, wallet, [
    t.html("home-balance", { balance: t.money(balance) }),
    ...(pendingDeposits > 0 ? [t.html("home-pending", { amount: t.money(pendingDeposits) })] : []),
    t.html("home-on-cards", { cards: cardsActive, amount: t.money(cardsTotalBalance) }),
    untouched
      ? t.html(wallet.awaitsCard ? "home-first-step-card" : "home-first-step")
      : t.html("home-lifetime", { deposited: t.money(totalDeposited), spent: t.money(totalSpent) }),
    ...upcoming.slice(0, MOST_UPCOMING).map((payment) => upcomingLine(t, payment)),
  ]);
}

/** The same without figures: the provider did not give them. `words` say why. */
export const homeWithoutFigures = (t: Translator, wallet: HomeWallet, words: string): Screen =>
  draw(t, wallet, [words]);

/** A link to a card that none of the person's wallets has. */
export const noCardScreen = (t: Translator): Screen => ({
  text: t.html("home-no-card"),
  buttons: [
    [{ text: t.plain("home-cards"), act: { name: "cards.open" } }],
    [{ text: t.plain("common-home"), act: { name: "home.open" } }],
  ],
});

function draw(t: Translator, wallet: HomeWallet, lines: string[]): Screen {
  return {
    text: [
      ...(wallet.several ? [t.html("home-name", { name: wallet.name })] : []),
      ...lines,
      ...(wallet.seedSaved ? [] : ["", t.html("home-unsaved")]),
    ].join("\n"),
    buttons: buttons(t, wallet),
  };
}

function buttons(t: Translator, { id: wallet, name, seedSaved, several }: HomeWallet): Button[][] {
  return [
    seedSaved ? [] : [{ text: t.plain("home-save-seed"), act: { name: "seed.show", wallet }, style: "primary" }],
    [
      { text: t.plain("home-cards"), act: { name: "cards.open", wallet } },
      { text: t.plain("home-new-card"), act: { name: "issue.start", wallet } },
    ],
    [
      { text: t.plain("home-deposit"), act: { name: "deposit.open", wallet } },
      { text: t.plain("home-history"), act: { name: "history.open", wallet } },
    ],
    [
      { text: t.plain("home-codes"), act: { name: "codes.open", wallet } },
      { text: t.plain("home-settings"), act: { name: "settings.open" } },
    ],
    several ? [{ text: t.plain("home-switch", { name }), act: { name: "wallets.open" } }] : [],
    [
      { text: t.plain("common-refresh"), act: { name: "home.open", arg: "fresh" } },
      { text: t.plain("home-figures"), act: { name: "home.figures", wallet } },
    ],
  ];
}
