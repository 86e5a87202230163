import type { OpenedWallet } from "../../../accounts/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { ASSETS, assetOf, assetTitle, knownAsset } from "../../assets.ts";
import { networkName } from "../../card-words.ts";
import { depositWarnings } from "../../deposit-warnings.ts";
import { type Failure, failureScreen } from "../../failures.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** What the API understands as the network of the first card; `any` leaves the choice to it. */
export const NETWORKS = ["visa", "mastercard", "any"] as const;
export type NetworkChoice = (typeof NETWORKS)[number];

/** First question of a new wallet. */
export function networkScreen(t: Translator): Screen {
  const button = (text: string, network: NetworkChoice) => ({ text, act: { name: "open.network", arg: network } });
  return {
    text: t.html("onboarding-network"),
    buttons: [
      [button(t.plain("onboarding-visa"), "visa"), button(t.plain("onboarding-mastercard"), "mastercard")],
      [button(t.plain("onboarding-any"), "any")],
      backRow(t, { name: "home.open" }),
    ],
  };
}

/** Second question. All buttons of one drawing share `session`: whichever is pressed, and however often, opens one wallet. */
export function assetScreen(t: Translator, network: NetworkChoice, session: string): Screen {
  const buttons = ASSETS.map((asset) => ({
    text: assetTitle(asset),
    act: { name: "open.asset", id: session, arg: `${network}.${asset.id}` },
  }));
  return {
    text: t.html("onboarding-asset"),
    buttons: [
      ...buttons.slice(0, 2).map((button) => [button]),
      buttons.slice(2, 4),
      buttons.slice(4),
      backRow(t, { name: "start.new" }),
    ],
  };
}

/** Reads the argument of an asset button; undefined when it is none of ours. */
export function readChoice(arg = ""): { network?: string; asset: string } | undefined {
  const [network, asset = ""] = arg.split(".");
  const known = knownAsset(asset);
  if (!known || !NETWORKS.some((one) => one === network)) return undefined;
  return { asset: known.id, ...(network && network !== "any" && { network }) };
}

/** The wallet is there: where to send the first deposit, and that the seed has to be written down before. */
export function openedScreen(t: Translator, wallet: OpenedWallet, minimum: string | undefined, photo: Buffer): Screen {
  const asset = assetOf(wallet.asset);
  return {
    photo,
    text: [
      t.html("onboarding-opened", { ticker: asset.ticker, address: wallet.address, network: asset.network }),
      ...depositWarnings(t, asset, minimum),
      ...(wallet.awaitsCard ? ["", ...firstCardSteps(t, wallet)] : []),
      "",
      t.html("onboarding-unsaved"),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("deposit-copy"), copy: wallet.address }],
      [
        {
          text: t.plain("onboarding-back-up"),
          act: { name: "seed.show", wallet: wallet.walletId },
          style: "primary",
        },
      ],
      [
        { text: t.plain("deposit-list"), act: { name: "deposits.open", wallet: wallet.walletId } },
        { text: t.plain("common-home"), act: { name: "home.open" } },
      ],
    ],
  };
}

/** The card that was announced with the wallet. Its number is not shown: the real one may differ. */
function firstCardSteps(t: Translator, { network }: OpenedWallet): string[] {
  return [
    network ? t.html("onboarding-first-card-of", { network: networkName(network) }) : t.html("onboarding-first-card"),
    t.html("onboarding-first-card-steps"),
  ];
}

/**
 * Nothing was opened, as far as we know. After a lost answer opening again is harmless: a wallet whose seed reached nobody
 * is an empty one. Retry leads to a fresh question, because the buttons of this one are used.
 */
export function notOpenedScreen(
  t: Translator,
  failure: Failure,
  network: NetworkChoice,
  supportUrl: URL | undefined,
): Screen {
  const again: Act = { name: "open.network", arg: network };
  const screen = failureScreen(t, failure, { again, supportUrl });
  const lost = failure.kind === "unavailable" || failure.kind === "malformed";
  return lost ? { ...screen, text: t.html("onboarding-lost") } : screen;
}
