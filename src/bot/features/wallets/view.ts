import { MAX_WALLETS } from "../../../accounts/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** A wallet as these screens need it. */
export type WalletRow = { id: string; name: string; active: boolean; seedSaved: boolean };

/** A question's own button would be named so; there is none, only a typed name answers. */
export const NAME_ANSWER = "ask.wallet-name";

export function walletListScreen(t: Translator, wallets: WalletRow[]): Screen {
  const rows = wallets.map(({ id, name, active }): Button[] => [
    { text: `${active ? "✅" : "👛"} ${name}`, act: { name: "wallet.open", wallet: id } },
  ]);
  const adding: Button[][] =
    wallets.length < MAX_WALLETS
      ? [
          [
            { text: t.plain("wallets-add-new"), act: { name: "start.new" } },
            { text: t.plain("wallets-add-seed"), act: { name: "start.import" } },
          ],
        ]
      : [];
  return {
    text: wallets.length > 0 ? [t.html("wallets-title"), t.html("wallets-hint")].join("\n\n") : t.html("wallets-none"),
    buttons: [...rows, ...adding, backRow(t, { name: "settings.open" })],
  };
}

/** One wallet and what can be done with it. */
export function walletScreen(t: Translator, { id: wallet, name, active, seedSaved }: WalletRow): Screen {
  const act = (verb: string): Act => ({ name: verb, wallet });
  return {
    text: [
      t.html("wallets-one", { name }),
      active ? t.html("wallets-in-use") : t.html("wallets-not-in-use"),
      seedSaved ? t.html("wallets-seed-saved") : t.html("wallets-seed-unsaved"),
    ].join("\n"),
    buttons: [
      active ? [] : [{ text: t.plain("wallets-use"), act: act("wallet.use"), style: "primary" }],
      [
        { text: t.plain("wallets-rename"), act: act("wallet.rename") },
        { text: t.plain("wallets-show-seed"), act: act("seed.show") },
      ],
      [{ text: t.plain("wallets-remove"), act: act("wallet.remove") }],
      backRow(t, { name: "wallets.open" }),
    ],
  };
}

export function askNameScreen(t: Translator, name: string): Screen {
  return {
    text: t.html("wallets-ask-name", { name }),
    buttons: [[{ text: t.plain("common-cancel"), act: { name: "cancel" } }]],
  };
}

export function renamedScreen(t: Translator, wallet: string, name: string): Screen {
  return { text: t.html("wallets-renamed", { name }), buttons: [backRow(t, { name: "wallet.open", wallet })] };
}

/**
 * Asks before a wallet is removed. Without a saved seed its money would be lost with it: then there are two questions,
 * and the first leads to the seed.
 */
export function removeScreen(t: Translator, { id: wallet, name, seedSaved }: WalletRow, sure: boolean): Screen {
  const keep: Button = { text: t.plain("wallets-keep"), act: { name: "wallet.open", wallet } };
  const remove = (text: string, arg: string): Button => ({
    text,
    act: { name: "wallet.remove", wallet, arg },
    style: "danger",
  });
  if (seedSaved) {
    return {
      text: t.html("wallets-remove-ask", { name }),
      buttons: [[keep], [remove(t.plain("wallets-remove-go", { name }), "go")]],
    };
  }
  if (sure) {
    return {
      text: t.html("wallets-remove-lost", { name }),
      buttons: [[keep], [remove(t.plain("wallets-remove-go", { name }), "go-lost")]],
    };
  }
  return {
    text: [t.html("wallets-remove-ask", { name }), t.html("wallets-remove-unsaved", { name })].join("\n\n"),
    buttons: [
      [{ text: t.plain("wallets-show-seed"), act: { name: "seed.show", wallet }, style: "primary" }],
      [keep],
      [remove(t.plain("wallets-remove-anyway"), "sure")],
    ],
  };
}

export function removedScreen(t: Translator, name: string): Screen {
  return {
    text: t.html("wallets-removed", { name }),
    buttons: [[{ text: t.plain("common-home"), act: { name: "home.open" } }]],
  };
}
