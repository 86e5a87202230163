import { assetOf } from "../../assets.ts";

/** Where a transaction can be looked at; `site` is a proper name. */
export type Explorer = { site: string; url: string };

const BITCOIN = /^[0-9a-f]{64}$/i;
const ETHEREUM = /^0x[0-9a-f]{64}$/i;
// A signature of 64 bytes in base 58.
const SOLANA = /^[1-9A-HJ-NP-Za-km-z]{80,90}$/;

/**
 * The public explorer of a deposit's transaction, as long as its hash has exactly the form of its network: one that was cut,
 * or is of another network, leads nowhere. The API does not say over which network USDT came; the form does. None for
 * Monero, whose people do not want to be seen looking.
 */
export function explorerOf(currency: string, hash: string): Explorer | undefined {
  switch (assetOf(currency).ticker) {
    case "BTC":
      return BITCOIN.test(hash) ? at("mempool.space", hash) : undefined;
    case "ETH":
      return ETHEREUM.test(hash) ? at("etherscan.io", hash) : undefined;
    case "SOL":
      return SOLANA.test(hash) ? at("solscan.io", hash) : undefined;
    case "USDT":
      if (ETHEREUM.test(hash)) return at("etherscan.io", hash);
      return SOLANA.test(hash) ? at("solscan.io", hash) : undefined;
    default:
      return undefined;
  }
}

const at = (site: string, hash: string): Explorer => ({ site, url: `https://${site}/tx/${hash}` });
