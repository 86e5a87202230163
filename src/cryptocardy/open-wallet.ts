import { readAs } from "./read.ts";
import { openedWalletSchema } from "./schemas/wallet.ts";
import type { Transport } from "./transport.ts";
import type { CardNetwork, OpenedWallet } from "./types.ts";

/**
 * `GET /`: makes a new wallet, and so is never repeated when it may have arrived. `asset` as the API writes it (`BTC`,
 * `USDT-ERC20`, …). Store the seed before telling anybody: it is not shown again. Throws CardApiError.
 */
export async function openWallet(options: {
  transport: Transport;
  network?: CardNetwork;
  asset?: string;
  signal?: AbortSignal;
}): Promise<OpenedWallet> {
  const { transport, network, asset, signal } = options;
  const body = await transport.send({
    method: "GET",
    route: "/",
    query: { card: network, asset },
    resource: "create",
    lane: "person",
    signal,
  });
  return readAs(openedWalletSchema, body);
}
