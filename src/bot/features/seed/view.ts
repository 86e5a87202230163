import type { ImportedWallet, ImportFailure } from "../../../accounts/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Secret } from "../../../lib/secret.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { backRow } from "../../rows.ts";
import type { Note, Screen } from "../../screen.ts";

export type BackupWallet = { id: string; name: string; seedSaved: boolean; several: boolean };

const home = (t: Translator): Button => ({ text: t.plain("common-home"), act: { name: "home.open" } });
const toWallets = (t: Translator): Button => ({ text: t.plain("settings-wallets"), act: { name: "wallets.open" } });
const cancel = (t: Translator): Button => ({ text: t.plain("common-cancel"), act: { name: "cancel" } });

/** How to write the seed down. The seed itself is only ever in the pop-up behind its button. */
export function backupScreen(t: Translator, { id: wallet, name, seedSaved, several }: BackupWallet): Screen {
  return {
    text: [...(several ? [t.html("seed-backup-named", { name }), ""] : []), t.html("seed-backup")].join("\n"),
    buttons: [
      [{ text: t.plain("seed-show"), act: { name: "seed.show", wallet, arg: "now" }, style: "primary" }],
      seedSaved ? [] : [{ text: t.plain("seed-written"), act: { name: "seed.check", wallet } }],
      backRow(t, { name: "wallet.open", wallet }),
    ],
  };
}

/** The pop-up with the seed: nothing of it stays in the chat. */
export const seedNote = (t: Translator, seed: Secret): Note => ({
  text: t.plain("seed-alert", { seed: seed.reveal() }),
  alert: true,
});

/** Asks for the end of the seed. */
export function checkScreen(t: Translator, wallet: string): Screen {
  return {
    text: t.html("seed-check"),
    buttons: [
      [{ text: t.plain("seed-show"), act: { name: "seed.show", wallet, arg: "now" } }],
      backRow(t, { name: "seed.show", wallet }),
    ],
  };
}

/** The answer was wrong; `left` tries are left. None: the seed is to be looked at again. */
export function wrongTailScreen(t: Translator, wallet: string, left: number): Screen {
  const again: Button = { text: t.plain("seed-show"), act: { name: "seed.show", wallet, arg: "now" } };
  return left > 0
    ? { text: t.html("seed-wrong", { left }), buttons: [[again], [home(t)]] }
    : {
        text: t.html("seed-wrong-too-often"),
        buttons: [[again], [{ text: t.plain("seed-written"), act: { name: "seed.check", wallet } }], [home(t)]],
      };
}

export function savedScreen(t: Translator, wallet: string): Screen {
  return {
    text: t.html("seed-right"),
    buttons: [[{ text: t.plain("home-deposit"), act: { name: "deposit.open", wallet } }], [home(t)]],
  };
}

/** Asks for a seed the person has already. */
export const importScreen = (t: Translator): Screen => ({ text: t.html("seed-import"), buttons: [[cancel(t)]] });

/** A message that looked like a seed came unasked and is gone: connect it, or forget it? */
export function caughtScreen(t: Translator, minutes: number, deleted: boolean): Screen {
  return {
    text: deleted ? t.html("seed-caught", { minutes }) : t.html("seed-caught-not-deleted", { minutes }),
    buttons: [
      [{ text: t.plain("seed-connect"), act: { name: "seed.connect" }, style: "primary" }],
      [{ text: t.plain("seed-forget"), act: { name: "seed.forget" } }],
    ],
  };
}

export function connectedScreen(t: Translator, { walletId, balance, unusual, shared }: ImportedWallet): Screen {
  return {
    text: [
      t.html("seed-connected", { balance: t.money(balance) }),
      ...(unusual ? [t.html("seed-unusual")] : []),
      ...(shared ? ["", t.html("seed-shared")] : []),
    ].join("\n"),
    buttons: [[{ text: t.plain("home-cards"), act: { name: "cards.open", wallet: walletId } }], [home(t)]],
  };
}

/** Why a seed was not connected. `now` is what "try again in" counts from. */
export function refusedScreen(t: Translator, failure: ImportFailure, now: number, wallets: number): Screen {
  switch (failure.kind) {
    case "invalid":
      return { text: t.html("seed-invalid"), buttons: [[cancel(t)]] };
    case "already":
      return { text: t.html("seed-already"), buttons: [[toWallets(t)], [home(t)]] };
    case "full":
      return { text: t.html("onboarding-full", { count: wallets }), buttons: [[home(t)]] };
    case "slow-down":
      return {
        text: t.html("seed-slow-down", { when: t.time(now + failure.retryAfterMs, "relative") }),
        buttons: [[home(t)]],
      };
    case "unreachable":
      return { text: t.html("seed-unreachable"), buttons: [[cancel(t)]] };
  }
}

/** A plain line with the way home. */
export const wordsScreen = (t: Translator, text: string): Screen => ({ text, buttons: [[home(t)]] });
