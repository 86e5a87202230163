import type { Challenge } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** A challenge with the wallet it belongs to and the name of its card (`Ads ·2039`). */
export type LiveCode = { wallet: string; card: string; challenge: Challenge };

/** One code, in a message of its own that cannot be forwarded and goes away when the code ends. */
export function codeScreen(t: Translator, { wallet, card, challenge }: LiveCode): Screen {
  const { id, cardId, amount, otp, expiresAt } = challenge;
  const merchant = challenge.merchant || t.plain("codes-unknown-shop");
  const words = {
    merchant,
    amount: amount === undefined ? t.plain("codes-amount-unknown") : t.money(Math.abs(amount)),
    card,
  };
  const code = otp?.reveal();
  const notMe: Button = {
    text: t.plain("codes-not-me"),
    act: { name: "code.notme", wallet, id: cardId },
    style: "danger",
  };
  const first: Button = code
    ? { text: t.plain("codes-copy"), copy: code, style: "primary" }
    : { text: t.plain("common-refresh"), act: { name: "codes.check", wallet, id } };
  return {
    protect: true,
    text: [
      code ? t.html("codes-one", { ...words, code }) : t.html("codes-one-no-code", words),
      t.html("codes-until", { time: t.time(expiresAt, "time"), relative: t.time(expiresAt, "relative") }),
      "",
      t.html("codes-warning"),
    ].join("\n"),
    buttons: [[first], [notMe]],
  };
}

/** How many codes are live; they follow below (`fresh`) or are in the chat already. */
export function listScreen(t: Translator, count: number, fresh: boolean): Screen {
  return {
    text: fresh ? t.html("codes-live", { count }) : t.html("codes-live-shown", { count }),
    buttons: [homeRow(t, { name: "codes.check" })],
  };
}

/** No live code, and how to hear of one at once. */
export function emptyScreen(t: Translator, wallet: string): Screen {
  const hot: Act = { name: "hot.start", wallet };
  return {
    text: t.html("codes-empty"),
    buttons: [[{ text: t.plain("codes-paying-now"), act: hot, style: "primary" }], homeRow(t, { name: "codes.check" })],
  };
}

export function hotScreen(t: Translator, until: number): Screen {
  return {
    text: t.html("codes-hot", { time: t.time(until, "time") }),
    buttons: [homeRow(t, { name: "codes.check" })],
  };
}

/** In place of a code that is of no use any more. */
export const overScreen = (t: Translator): Screen => ({ text: t.html("codes-over"), buttons: [] });

/** In place of a code that the person did not ask for. */
export const removedScreen = (t: Translator): Screen => ({ text: t.html("codes-removed"), buttons: [] });

/** After "Not me": what became of the card. */
export function notMeScreen(t: Translator, wallet: string, cardId: string, card: string, frozen: boolean): Screen {
  const act = (name: string): Act => ({ name, wallet, id: cardId });
  const open: Button = { text: t.plain("codes-card", { card }), act: act("card.open") };
  return frozen
    ? {
        text: t.html("codes-frozen", { card }),
        buttons: [[{ text: t.plain("codes-unfreeze"), act: act("card.unfreeze") }, open]],
      }
    : {
        text: t.html("codes-not-frozen", { card }),
        buttons: [[{ text: t.plain("codes-freeze"), act: act("card.freeze"), style: "danger" }, open]],
      };
}
