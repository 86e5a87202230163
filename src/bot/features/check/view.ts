import { FUNDING } from "../../../cryptocardy/funding.ts";
import type { Card } from "../../../cryptocardy/types.ts";
import type { PlainKey, Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { cardTitle, statusWord } from "../../card-words.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import type { Purchase } from "./parse.ts";
import { type CheckLine, inAll, type Verdict } from "./verdict.ts";

export const CHECK = "ask.check";
const PRESETS: Cents[] = [1000, 2500, 5000, 10_000];

export type Checked = {
  walletId: string;
  card: Card;
  purchase: Purchase;
  lines: CheckLine[];
  /** Free money in the wallet; absent when it was not asked for. */
  walletBalance?: Cents;
};

/** Asks what the payment is; `problem` says above it what was wrong with the last answer. */
export function askScreen(t: Translator, session: string, cancel: Act, problem?: string): Screen {
  return {
    text: [...(problem ? [problem] : []), t.html("check-ask", { example: t.plain("check-example") })].join("\n\n"),
    buttons: [
      amounts(t, session, PRESETS.slice(0, 2)),
      amounts(t, session, PRESETS.slice(2)),
      [cancelButton(t, cancel)],
    ],
  };
}

/** How the question is typed. */
export const usageScreen = (t: Translator): Screen => ({
  text: t.html("check-usage", { example: `/check 2039 ${t.plain("check-example")}` }),
  buttons: [
    [{ text: t.plain("home-cards"), act: { name: "cards.open" } }],
    [{ text: t.plain("common-home"), act: { name: "home.open" } }],
  ],
});

/** The amount can be read two ways. */
export const whichScreen = (t: Translator, session: string, cancel: Act, readings: [Cents, Cents]): Screen => ({
  text: t.html("amount-which"),
  buttons: [amounts(t, session, readings), [cancelButton(t, cancel)]],
});

const SIGNS: Record<Verdict, string> = { yes: "✅", no: "❌", warning: "⚠️", unknown: "❔" };
const HEADS: Record<ReturnType<typeof inAll>, PlainKey> = {
  yes: "check-head-yes",
  no: "check-head-no",
  perhaps: "check-head-perhaps",
};

/** The answer, reason by reason, with one button that mends each of those that fail. */
export function checkScreen(t: Translator, checked: Checked): Screen {
  const { walletId, card, purchase, lines } = checked;
  const { amount, merchant } = purchase;
  const title = { amount: t.money(amount), card: cardTitle(card) };
  return {
    text: [
      t.html(HEADS[inAll(lines)]),
      merchant ? t.html("check-payment-at", { ...title, merchant }) : t.html("check-payment", title),
      lines.map((line) => `${SIGNS[line.verdict]} ${lineText(t, line)}`).join("\n"),
      t.html("check-note"),
    ].join("\n\n"),
    buttons: [
      ...fixes(t, checked).map((button) => [button]),
      [
        { text: t.plain("check-another"), act: { name: "check.start", wallet: walletId, id: card.id } },
        { text: t.plain("common-refresh"), act: freshly(showAct(walletId, card.id, amount)) },
      ],
      backRow(t, { name: "card.open", wallet: walletId, id: card.id }),
    ],
  };
}

/** Shows the answer for this amount again. */
export const showAct = (wallet: string, id: string, amount: Cents): Act => ({
  name: "check.show",
  wallet,
  id,
  arg: String(amount),
});

function lineText(t: Translator, line: CheckLine): string {
  switch (line.about) {
    case "status":
      return t.html("check-status", { status: statusWord(t, line.status) });
    case "expiry":
      return t.html("check-expiry", { expiry: t.expiry(line.expiresAt) });
    case "balance":
      return line.missing > 0
        ? t.html("check-balance-short", { balance: t.money(line.balance), missing: t.money(line.missing) })
        : t.html("check-balance", { balance: t.money(line.balance) });
    case "limit":
    case "month-max":
      return monthText(t, line);
    case "payment-max":
      return t.html("check-payment-max", { limit: t.money(line.limit) });
    case "category":
      return t.html(CATEGORY_TEXTS[line.verdict]);
    case "secure":
      return line.verdict === "yes" ? t.html("check-secure") : t.html("check-not-secure");
  }
}

const CATEGORY_TEXTS: Record<Verdict, PlainKey> = {
  yes: "check-category",
  no: "check-category-no",
  warning: "check-category-unknown",
  unknown: "check-category-unknown",
};

function monthText(t: Translator, line: Extract<CheckLine, { about: "limit" | "month-max" | "payment-max" }>): string {
  const words = { limit: t.money(line.limit), left: t.money(line.left) };
  if (line.verdict === "unknown") return t.html("check-month-unknown", { limit: words.limit });
  return line.about === "limit" ? t.html("check-limit", words) : t.html("check-month-max", words);
}

function fixes(t: Translator, checked: Checked): Button[] {
  const buttons = checked.lines
    .filter(({ verdict }) => verdict !== "yes")
    .flatMap((line) => fix(t, checked, line) ?? []);
  return [...new Map(buttons.map((button) => [button.text, button])).values()];
}

function fix(t: Translator, { walletId, card, walletBalance }: Checked, line: CheckLine): Button | undefined {
  const onCard = (name: string, arg?: string): Act => ({ name, wallet: walletId, id: card.id, ...(arg && { arg }) });
  const another: Button = { text: t.plain("home-new-card"), act: { name: "issue.start", wallet: walletId } };
  const deposit: Button = { text: t.plain("common-deposit"), act: { name: "deposit.open", wallet: walletId } };
  switch (line.about) {
    case "status":
      if (line.status === "frozen") return { text: t.plain("cards-unfreeze"), act: onCard("card.unfreeze") };
      return line.status === "pending_top_up" ? deposit : another;
    case "balance": {
      if (card.status === "terminated" || card.status === "pending_top_up") return undefined;
      const amount = Math.max(line.missing, FUNDING.least);
      if (walletBalance !== undefined && walletBalance < amount) return deposit;
      return { text: t.plain("check-fund", { amount: t.money(amount) }), act: onCard("fund.start", String(amount)) };
    }
    case "limit":
      return { text: t.plain("check-fix-limit"), act: onCard("card.limit") };
    case "category":
      return { text: t.plain("check-fix-categories"), act: onCard("card.categories") };
    case "expiry":
    case "payment-max":
    case "month-max":
    case "secure":
      return line.verdict === "unknown" ? undefined : another;
  }
}

const amounts = (t: Translator, session: string, cents: Cents[]): Button[] =>
  cents.map((amount) => ({ text: t.money(amount), act: { name: CHECK, id: session, arg: String(amount) } }));

const cancelButton = (t: Translator, act: Act): Button => ({ text: t.plain("common-cancel"), act });
