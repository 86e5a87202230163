import type { Translator } from "../../../i18n.ts";
import type { Cents } from "../../../lib/money.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import { type Batch, type BatchLine, isSettled } from "./batch.ts";
import { failedLine } from "./outcome-view.ts";
import { openAct } from "./view.ts";

/** Fundings that were confirmed together: how many are done, one line a card, and the wallet after the last of them. */
export function batchScreen(t: Translator, id: string, { walletId, amount }: Batch, lines: BatchLine[]): Screen {
  const settled = lines.filter(isSettled).length;
  const done = lines.filter(({ state }) => state === "done").length;
  const total = lines.length;
  const wallet = walletAfter(lines);
  return {
    text: [
      settled < total
        ? t.html("bulk-funding", { done: settled, total })
        : t.html("bulk-funded", { done, total, moved: t.money(done * amount) }),
      "",
      ...lines.map((line) => lineText(t, line, amount)),
      ...(wallet === undefined ? [] : ["", t.html("operations-wallet-balance", { balance: t.money(wallet) })]),
    ].join("\n"),
    buttons: buttonsOf(t, id, walletId, lines),
  };
}

function lineText(t: Translator, { card, state, operation }: BatchLine, amount: Cents): string {
  const title = cardTitle(card);
  switch (state) {
    case "waiting":
      return t.html("bulk-line-waiting", { card: title });
    case "unknown":
      return t.html("bulk-line-unknown", { card: title });
    case "expired":
      return t.html("bulk-line-expired", { card: title });
    case "failed":
      return failedLine(t, title, operation?.error ?? { kind: "rejected" });
    case "done": {
      const balance = operation?.kind === "fund" ? operation.result?.cardBalance : undefined;
      return balance === undefined
        ? t.html("bulk-line-funded", { card: title, amount: t.money(amount) })
        : t.html("bulk-line-funded-to", { card: title, amount: t.money(amount), balance: t.money(balance) });
    }
  }
}

/** As the operation that was settled last saw it. */
function walletAfter(lines: BatchLine[]): Cents | undefined {
  const settled = lines.flatMap(({ operation }) => (operation?.kind === "fund" && operation.result ? [operation] : []));
  const last = settled.toSorted((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0))[0];
  return last?.result?.walletBalance;
}

function buttonsOf(t: Translator, id: string, wallet: string, lines: BatchLine[]): Button[][] {
  if (lines.some(({ state }) => state === "waiting")) {
    return [[{ text: t.plain("common-refresh"), act: { name: "bulk.check", wallet, id } }]];
  }
  return [
    ...(lines.some(({ state }) => state === "failed" || state === "expired")
      ? [[{ text: t.plain("common-retry"), act: { name: "bulk.again", wallet, id } }]]
      : []),
    ...(lines.some(({ state }) => state === "unknown")
      ? [[{ text: t.plain("common-refresh"), act: { name: "bulk.check", wallet, id } }]]
      : []),
    backRow(t, openAct(wallet)),
  ];
}
