import type { Deposit } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { bound } from "../../../lib/text.ts";
import { assetOf } from "../../assets.ts";

/** `0.0075 BTC`, or only the coin while the amount is not known. Plain text. */
export function cryptoAmount(
  t: Translator,
  { amountCrypto, currency }: Pick<Deposit, "amountCrypto" | "currency">,
): string {
  const { ticker } = assetOf(currency);
  return amountCrypto ? `${bound(amountCrypto, 40)} ${ticker}` : t.plain("deposits-no-amount", { ticker });
}

/** A deposit in one line, with what became of it. Telegram HTML. */
export function depositHead(t: Translator, { status, confirmations = 0, creditedUsd, ...deposit }: Deposit): string {
  const crypto = cryptoAmount(t, deposit);
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
