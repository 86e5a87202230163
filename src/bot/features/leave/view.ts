import type { WalletView } from "../../../accounts/types.ts";
import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import type { Screen } from "../../screen.ts";
import { writeConsent } from "./consent.ts";

type LeavingWallet = Pick<WalletView, "id" | "name" | "seedSaved">;

const keep = (t: Translator): Button => ({ text: t.plain("delete-keep"), act: { name: "home.open" } });

/**
 * What would be deleted and what follows from it. Somebody with an unsaved seed is led to it first; who goes on without
 * is asked a second time (`sure`). `now`, epoch ms: the red button holds for a while only.
 */
export function askScreen(
  t: Translator,
  wallets: LeavingWallet[],
  { sure, now }: { sure: boolean; now: number },
): Screen {
  const go = (lost: boolean) => ({ name: "delete.go", arg: writeConsent({ lost, askedAt: now }) });
  const unsaved = wallets.filter(({ seedSaved }) => !seedSaved);
  const names = unsaved.map(({ name }) => bound(name, 32)).join(", ");
  if (unsaved.length > 0 && sure) {
    return {
      text: t.html("delete-lost", { names }),
      buttons: [[keep(t)], [{ text: t.plain("delete-go-lost"), act: go(true), style: "danger" }]],
    };
  }
  const text = [
    t.html("delete-ask"),
    [
      t.html("delete-list", { wallets: wallets.length }),
      ...(wallets.length > 0 ? [t.html("delete-list-hooks")] : []),
    ].join("\n"),
    ...(wallets.length > 0 ? [t.html("delete-consequence")] : []),
    ...(unsaved.length > 0 ? [t.html("delete-unsaved", { names })] : []),
  ].join("\n\n");
  if (unsaved.length === 0) {
    return {
      text,
      buttons: [[keep(t)], [{ text: t.plain("delete-go"), act: go(false), style: "danger" }]],
    };
  }
  return {
    text,
    buttons: [
      ...unsaved.map(({ id, name }): Button[] => [
        {
          text: t.plain("delete-back-up", { name: bound(name, 32) }),
          act: { name: "seed.show", wallet: id },
          style: "primary",
        },
      ]),
      [keep(t)],
      [{ text: t.plain("delete-without-seed"), act: { name: "delete.ask", arg: "sure" }, style: "danger" }],
    ],
  };
}

/** `cleared`: no code and no link is left in the chat. */
export const doneScreen = (t: Translator, cleared: boolean): Screen => ({
  text: cleared ? t.html("delete-done") : `${t.html("delete-done")}\n\n${t.html("delete-not-cleared")}`,
  buttons: [],
});
export const nothingScreen = (t: Translator): Screen => ({ text: t.html("delete-nothing"), buttons: [] });
