import type { DepositAddresses } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { type Asset, assetOf, assetTitle } from "../../assets.ts";
import { depositWarnings } from "../../deposit-warnings.ts";
import type { Screen } from "../../screen.ts";

/** One address that money can be sent to. `minimum` is a crypto amount as the API wrote it. */
export type DepositWay = { asset: Asset; address: string; minimum?: string };

/**
 * Every way to deposit: what the API lists, and the coin the wallet was opened with when the API does not list it
 * (XMR and USDT on Solana exist only there).
 */
export function depositWays(
  { addresses, networks, minDeposit }: DepositAddresses,
  opened?: { asset: string; address: string },
): DepositWay[] {
  const listed = Object.entries(addresses).map(([currency, address]): DepositWay => {
    const minimum = minDeposit[currency];
    return { asset: assetOf(currency, networks[currency]), address, ...(minimum && { minimum }) };
  });
  if (!opened || listed.some(({ asset }) => asset.id === assetOf(opened.asset).id)) return listed;
  return [...listed, { asset: assetOf(opened.asset), address: opened.address }];
}

/** Coin together with its network, before any address is shown. */
export function waysScreen(t: Translator, wallet: string, ways: DepositWay[]): Screen {
  const buttons = ways.map(
    ({ asset }): Button => ({
      text: assetTitle(asset),
      act: { name: "deposit.open", wallet, arg: asset.id },
    }),
  );
  return {
    text: ways.length > 0 ? t.html("deposit-choose") : t.html("deposit-none-offered"),
    buttons: [...buttons.map((button) => [button]), [toDeposits(t, wallet)], [home(t)]],
  };
}

/**
 * The address of one coin: QR code, text, button to copy it, and what must be known before sending. `awaited`: the wallet's
 * first card is not active yet.
 */
export function addressScreen(t: Translator, wallet: string, way: DepositWay, photo: Buffer, awaited = false): Screen {
  const { asset, address, minimum } = way;
  return {
    photo,
    text: [
      t.html("deposit-address", { title: assetTitle(asset), address, network: asset.network }),
      ...depositWarnings(t, asset, minimum),
      "",
      t.html("deposit-after"),
      t.html("deposit-after-steps"),
      ...(awaited ? ["", t.html("deposit-first-card")] : []),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("deposit-copy"), copy: address, style: "primary" }],
      [toDeposits(t, wallet)],
      [{ text: t.plain("deposit-other"), act: { name: "deposit.open", wallet } }],
      [home(t)],
    ],
  };
}

const home = (t: Translator): Button => ({ text: t.plain("common-home"), act: { name: "home.open" } });
const toDeposits = (t: Translator, wallet: string): Button => ({
  text: t.plain("deposit-list"),
  act: { name: "deposits.open", wallet },
});
