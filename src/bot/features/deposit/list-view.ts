import type { Deposit } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { assetOf } from "../../assets.ts";
import type { Screen } from "../../screen.ts";
import { listRow } from "./view.ts";

/** How many deposits the list shows. */
export const DEPOSITS_SHOWN = 8;

/** The latest deposits with what became of them. */
export function depositsScreen(t: Translator, wallet: string, deposits: Deposit[]): Screen {
  const buttons = listRow(t, wallet);
  if (deposits.length === 0) return { text: t.html("deposits-empty"), buttons };
  const latest = [...deposits].sort((a, b) => b.createdAt - a.createdAt).slice(0, DEPOSITS_SHOWN);
  return {
    text: [
      t.html("deposits-title"),
      ...latest.map((deposit) => row(t, deposit)),
      ...(deposits.length > latest.length ? [t.html("deposits-more", { count: latest.length })] : []),
    ].join("\n\n"),
    buttons,
  };
}

function row(t: Translator, deposit: Deposit): string {
  const facts = [...moreOf(t, deposit), t.time(timeOf(deposit), "moment").markup];
  return [headOf(t, deposit), facts.join(" · ")].join("\n");
}

const timeOf = ({ confirmedAt, createdAt }: Deposit): number => confirmedAt ?? createdAt;

function headOf(t: Translator, { status, confirmations = 0, creditedUsd, ...deposit }: Deposit): string {
  const crypto = amountOf(t, deposit);
  switch (status) {
    case "pending":
      return t.html("deposits-pending", { crypto, confirmations });
    case "confirmed":
      return creditedUsd === undefined
        ? t.html("deposits-confirmed-plain", { crypto })
        : t.html("deposits-confirmed", { crypto, credited: t.money(creditedUsd) });
    case "expired":
      return t.html("deposits-expired", { crypto });
    default:
      return t.html("deposits-other", { crypto, status });
  }
}

function amountOf(t: Translator, { amountCrypto, currency }: Pick<Deposit, "amountCrypto" | "currency">): string {
  const { ticker } = assetOf(currency);
  return amountCrypto ? `${amountCrypto} ${ticker}` : t.plain("deposits-no-amount", { ticker });
}

function moreOf(t: Translator, { status, amountUsd, feeUsd }: Deposit): string[] {
  if (status === "confirmed") return feeUsd === undefined ? [] : [t.html("deposits-fee", { fee: t.money(feeUsd) })];
  return amountUsd === undefined ? [] : [t.html("deposits-about", { amount: t.money(amountUsd) })];
}
