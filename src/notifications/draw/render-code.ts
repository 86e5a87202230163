import type { Challenge } from "../../cryptocardy/types.ts";
import type { Translator } from "../../i18n.ts";
import type { Button, Outgoing } from "../outgoing.ts";
import type { Oddity } from "../tell/habits.ts";
import { actButton, cardName, compose, type Facts } from "./facts.ts";
import { merchantOf } from "./render-payment.ts";

/** What may be said of a challenge once its code is gone. Plain JSON: it is kept until the message is taken back. */
export type CodeEnd = { merchant: string; amount?: number };

/**
 * The message with a 3-D Secure code: the code itself first, since a phone shows one line of it.
 * It makes a sound, unless the person wants none in quiet hours, and cannot be forwarded.
 */
export function renderCode(challenge: Challenge, t: Translator, facts: Facts): Outgoing {
  const merchant = merchantOf(t, challenge.merchant);
  const amount = amountOf(t, challenge);
  const code = challenge.otp?.reveal();
  if (code && facts.odd) return renderHiddenCode(challenge, facts.odd, t, facts);
  const copy: Button[] = code ? [{ text: t.plain("notices-button-copy-code"), copy: code, style: "primary" }] : [];
  const check = actButton(t.plain("notices-button-check"), facts, "codes.check", challenge.id);
  const notMe = actButton(t.plain("notices-button-not-me"), facts, "code.notme", challenge.cardId, "danger");
  return {
    text: compose(t, { ...facts, sandbox: facts.sandbox }, [
      code ? t.html("notices-code", { code, merchant, amount }) : t.html("notices-code-missing", { merchant, amount }),
      t.html("notices-code-card", { card: cardName(t, facts.card), time: t.time(challenge.expiresAt, "relative") }),
      code ? undefined : t.html("notices-code-missing-hint"),
      t.html("notices-code-warning"),
    ]),
    buttons: [code ? copy : [check], [notMe]],
    protect: true,
    ...(facts.quiet && { silent: true }),
  };
}

/**
 * The shield: the payment is unlike those before it, so the code stays hidden until the person asks for it. The press asks
 * the provider for the code and puts it in the place of this message; it is not kept anywhere until then.
 */
function renderHiddenCode(challenge: Challenge, odd: Oddity, t: Translator, facts: Facts): Outgoing {
  const merchant = merchantOf(t, challenge.merchant);
  const amount = amountOf(t, challenge);
  return {
    text: compose(t, facts, [
      t.html("notices-code-hidden", { merchant, amount }),
      t.html("notices-code-card", { card: cardName(t, facts.card), time: t.time(challenge.expiresAt, "relative") }),
      t.html(odd === "merchant" ? "notices-code-odd-merchant" : "notices-code-odd-amount"),
      t.html("notices-code-warning"),
    ]),
    buttons: [
      [actButton(t.plain("notices-button-not-me"), facts, "code.notme", challenge.cardId, "danger")],
      [actButton(t.plain("notices-button-show-code"), facts, "codes.check", challenge.id)],
    ],
    protect: true,
    ...(facts.quiet && { silent: true }),
  };
}

/** What stands in place of a code that must not be seen any more: `used`, `expired`, or never shown at all. */
export function renderCodeEnd(
  end: CodeEnd,
  how: "expired" | "used" | "too-late",
  t: Translator,
  facts: Facts,
): Outgoing {
  const about = { merchant: merchantOf(t, end.merchant), amount: amountOf(t, end) };
  const text = {
    expired: () => t.html("notices-code-expired", about),
    used: () => t.html("notices-code-used", about),
    "too-late": () => t.html("notices-code-too-late", about),
  }[how]();
  return { text: compose(t, facts, [text]), buttons: [], silent: true };
}

const amountOf = (t: Translator, { amount }: { amount?: number }): string =>
  amount === undefined ? t.plain("notices-amount-unknown") : t.money(Math.abs(amount));
