import type { Cents, Network } from "./types.ts";

export type Bin = {
  id: string;
  network: Network;
  type: string;
  issuerCountry: string;
  threeDs: boolean;
  applePay: boolean;
  googlePay: boolean;
  maxTransaction: Cents;
  maxMonthly: Cents;
  acceptanceRate: number;
  bestFor: string[];
};

/** The first two are the documentation's; the others differ in limits, wallets and 3DS. */
export const bins: Bin[] = [
  {
    id: "491653",
    network: "visa",
    type: "advertising",
    issuerCountry: "US",
    threeDs: true,
    applePay: true,
    googlePay: true,
    maxTransaction: 500_000,
    maxMonthly: 5_000_000,
    acceptanceRate: 97.2,
    bestFor: ["meta_ads", "google_ads", "tiktok_ads"],
  },
  {
    id: "531993",
    network: "mastercard",
    type: "everyday",
    issuerCountry: "US",
    threeDs: true,
    applePay: true,
    googlePay: true,
    maxTransaction: 100_000,
    maxMonthly: 1_000_000,
    acceptanceRate: 95.8,
    bestFor: ["subscriptions", "saas", "shopping"],
  },
  {
    id: "428804",
    network: "visa",
    type: "travel",
    issuerCountry: "GB",
    threeDs: true,
    applePay: false,
    googlePay: true,
    maxTransaction: 250_000,
    maxMonthly: 2_500_000,
    acceptanceRate: 93.4,
    bestFor: ["airlines", "hotels"],
  },
  {
    id: "552433",
    network: "mastercard",
    type: "micro",
    issuerCountry: "US",
    threeDs: false,
    applePay: false,
    googlePay: false,
    maxTransaction: 20_000,
    maxMonthly: 100_000,
    acceptanceRate: 88.1,
    bestFor: ["trials", "app_stores"],
  },
];

type Chain = "bitcoin" | "ethereum" | "solana" | "monero";

export type Asset = {
  /** As in `GET /?asset=…`. */
  name: string;
  /** As in deposits. */
  currency: string;
  chain: Chain;
  usd: number;
  decimals: number;
  confirmations: number;
  /** Between two confirmations, ms. */
  blockMs: number;
  minDeposit: string;
};

/** Rates are fixed; confirmations and block times are roughly those of the chains. */
export const assets: Asset[] = [
  asset("BTC", "btc", "bitcoin", 66_666.67, 8, 6, 420_000, "0.0001"),
  asset("ETH", "eth", "ethereum", 3_200, 8, 12, 12_000, "0.005"),
  asset("SOL", "sol", "solana", 160, 6, 8, 2_000, "0.1"),
  asset("USDT-ERC20", "usdt", "ethereum", 1, 2, 12, 12_000, "5.00"),
  asset("USDT-SOL", "usdt", "solana", 1, 2, 8, 2_000, "5.00"),
  asset("XMR", "xmr", "monero", 170, 8, 10, 120_000, "0.02"),
];

function asset(
  name: string,
  currency: string,
  chain: Chain,
  usd: number,
  decimals: number,
  confirmations: number,
  blockMs: number,
  minDeposit: string,
): Asset {
  return { name, currency, chain, usd, decimals, confirmations, blockMs, minDeposit };
}

/** What `GET /wallet/deposit-address` answers for: currency, the asset behind it, the network's name. */
export const addressed = [
  { currency: "btc", asset: "BTC", network: "bitcoin" },
  { currency: "eth", asset: "ETH", network: "ethereum" },
  { currency: "sol", asset: "SOL", network: "solana" },
  { currency: "usdt", asset: "USDT-ERC20", network: "erc-20" },
];

/** By asset name or by currency, in any case. */
export function findAsset(name: string): Asset | undefined {
  return (
    assets.find((known) => known.name === name.toUpperCase()) ??
    assets.find((known) => known.currency === name.toLowerCase())
  );
}

export const findBin = (id: string): Bin | undefined => bins.find((bin) => bin.id === id);

/** US dollars for one unit. */
export const currencies: Record<string, number> = { USD: 1, EUR: 1.08, GBP: 1.27 };

const categories: Record<string, string> = {
  "4511": "travel",
  "4722": "travel",
  "4899": "streaming",
  "5399": "shopping",
  "5411": "groceries",
  "5734": "software",
  "5812": "restaurants",
  "5815": "streaming",
  "5816": "games",
  "5817": "software",
  "5818": "software",
  "5968": "subscriptions",
  "7011": "travel",
  "7311": "advertising",
  "7372": "software",
  "7995": "gambling",
};

/** The category of a merchant category code. */
export const categoryOf = (mcc: string): string => categories[mcc] ?? "other";
