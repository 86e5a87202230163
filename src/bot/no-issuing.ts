import type { Translator } from "../i18n.ts";
import type { Screen } from "./screen.ts";

/**
 * The provider does not issue cards on request (assumption 11). Says what works instead: a wallet is opened together with
 * a card, which its first deposit wakes up.
 */
export function noIssuingScreen(t: Translator, wallet: string): Screen {
  return {
    text: t.html("issue-off"),
    buttons: [
      [{ text: t.plain("common-deposit"), act: { name: "deposit.open", wallet }, style: "primary" }],
      [{ text: t.plain("common-new-wallet"), act: { name: "start.new" } }],
      [{ text: t.plain("common-retry"), act: { name: "issue.start", wallet, arg: "anyway" } }],
      [
        { text: t.plain("common-back"), act: { name: "cards.open", wallet } },
        { text: t.plain("common-home"), act: { name: "home.open" } },
      ],
    ],
  };
}
