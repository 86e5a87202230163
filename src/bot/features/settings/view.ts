import type { Translator } from "../../../i18n.ts";
import type { Person } from "../../../store/person.ts";
import { languageRow } from "../../language.ts";
import type { Screen } from "../../screen.ts";

/** Above the menu: what is set now. */
export function settingsText(t: Translator, person: Person | undefined): string {
  const wallet = person?.wallets.find(({ id }) => id === person.activeWallet);
  return [
    t.html("settings-title"),
    "",
    t.html("settings-language-is"),
    ...(wallet ? [t.html("settings-wallet", { name: wallet.name })] : []),
  ].join("\n");
}

/** The choice of language by itself, for `/lang`. */
export function languageScreen(t: Translator): Screen {
  return {
    text: t.html("settings-choose-language"),
    buttons: [languageRow(t, { name: "lang.set" }), [{ text: t.plain("common-home"), act: { name: "home.open" } }]],
  };
}
