import type { Translator } from "../i18n.ts";
import type { Asset } from "./assets.ts";

/** What must be known before sending: the least amount, and that another network loses the money. Telegram HTML lines. */
export function depositWarnings(t: Translator, asset: Asset, minimum: string | undefined): string[] {
  return [
    minimum ? t.html("deposit-minimum", { amount: minimum, ticker: asset.ticker }) : t.html("deposit-minimum-unknown"),
    "",
    t.html("deposit-only", { ticker: asset.ticker, network: asset.network }),
    ...(asset.id === "USDT-ERC20" ? [t.html("deposit-not-solana")] : []),
    ...(asset.id === "USDT-SOL" ? [t.html("deposit-not-ethereum")] : []),
  ];
}
