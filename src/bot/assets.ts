import { bound } from "../lib/text.ts";

/**
 * A coin on one network. `id` is what `GET /` calls it (`USDT-SOL`); `ticker` and `network` are proper names, the same in
 * every language.
 */
export type Asset = { id: string; ticker: string; network: string; scheme?: string };

/** What a wallet can be opened with. XMR and USDT on Solana are to be had only this way (assumption 22). */
export const ASSETS: readonly Asset[] = [
  { id: "USDT-ERC20", ticker: "USDT", network: "Ethereum (ERC-20)" },
  { id: "USDT-SOL", ticker: "USDT", network: "Solana" },
  { id: "BTC", ticker: "BTC", network: "Bitcoin", scheme: "bitcoin" },
  { id: "ETH", ticker: "ETH", network: "Ethereum", scheme: "ethereum" },
  { id: "SOL", ticker: "SOL", network: "Solana", scheme: "solana" },
  { id: "XMR", ticker: "XMR", network: "Monero", scheme: "monero" },
];

/** `GET /wallet/deposit-address` has only currencies; USDT there is on Ethereum unless its network says otherwise. */
const BY_CURRENCY = new Map([["usdt", "USDT-ERC20"]]);

/** The asset of that name, if we know it. */
export const knownAsset = (id: string): Asset | undefined => ASSETS.find((asset) => asset.id === id.toUpperCase());

/** The asset behind a currency of the API (`usdt`) and what it calls the network (`erc-20`). A new coin gets its own name. */
export function assetOf(currency: string, network = ""): Asset {
  const named = BY_CURRENCY.get(currency.toLowerCase()) ?? currency.toUpperCase();
  const known = [named, `${named.split("-")[0]}-SOL`].map(knownAsset).find((asset) => asset && fits(asset, network));
  if (known) return known;
  // A network we do not expect is shown as the API names it: money sent over another one is lost.
  const ticker = bound(currency.toUpperCase(), 12);
  return { id: bound(named, 20), ticker, network: network ? bound(network, 30) : ticker };
}

const NETWORKS: Record<string, string[]> = {
  "USDT-ERC20": ["erc-20", "erc20", "ethereum", "eth"],
  "USDT-SOL": ["solana", "sol", "spl"],
  BTC: ["bitcoin", "btc"],
  ETH: ["ethereum", "eth"],
  SOL: ["solana", "sol"],
  XMR: ["monero", "xmr"],
};

const fits = ({ id }: Asset, network: string): boolean =>
  network === "" || (NETWORKS[id]?.includes(network.toLowerCase()) ?? false);

/** `USDT · Solana`: a coin is never named without its network. */
export const assetTitle = ({ ticker, network }: Asset): string => `${ticker} · ${network}`;
