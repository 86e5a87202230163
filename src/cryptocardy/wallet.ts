import { readAs, readList, unwrap } from "./read.ts";
import type { Send } from "./request.ts";
import { addressesSchema, depositSchema, walletSchema } from "./schemas/wallet.ts";
import type { Deposit, DepositAddresses, DepositQuery, WalletBalance } from "./types.ts";

/** `/wallet`. Every method throws CardApiError. */
export function walletOf(send: Send) {
  return {
    async balance(): Promise<WalletBalance> {
      return readAs(walletSchema, unwrap(await send({ method: "GET", route: "/wallet/balance" }), "wallet"));
    },

    /** All currencies, or one (`btc`, `eth`, `sol`, `usdt`). */
    async depositAddress(currency?: string): Promise<DepositAddresses> {
      const body = await send({ method: "GET", route: "/wallet/deposit-address", query: { currency } });
      return readAs(addressesSchema, unwrap(body));
    },

    async deposits({ status, currency }: DepositQuery = {}): Promise<Deposit[]> {
      const body = await send({ method: "GET", route: "/wallet/deposits", query: { status, currency } });
      return readList(depositSchema, body, "deposits");
    },
  };
}
