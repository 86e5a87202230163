import { addressed, assets } from "../catalogue.ts";
import type { Core } from "../core.ts";
import { oneOf, onlyParameters } from "../http/read.ts";
import { ok, type Route } from "../http/request.ts";

/** Balance, addresses to pay to, and what was paid. */
export function walletRoutes({ wire }: Core): Route[] {
  return [
    {
      method: "GET",
      path: "/wallet/balance",
      handler({ query, wallet }) {
        onlyParameters(query, []);
        return ok(wire.balance(wallet));
      },
    },
    {
      method: "GET",
      path: "/wallet/deposit-address",
      handler({ query, wallet }) {
        onlyParameters(query, ["currency"]);
        const only = oneOf(
          query,
          "currency",
          addressed.map(({ currency }) => currency),
        );
        const shown = addressed.filter(({ currency }) => only === undefined || currency === only);
        const by = <T>(value: (entry: (typeof addressed)[number]) => T) =>
          Object.fromEntries(shown.map((entry) => [entry.currency, value(entry)]));
        return ok({
          addresses: by(({ asset }) => wallet.addresses[asset]),
          networks: by(({ network }) => network),
          min_deposit: by(({ asset }) => assets.find(({ name }) => name === asset)?.minDeposit),
        });
      },
    },
    {
      method: "GET",
      path: "/wallet/deposits",
      handler({ query, wallet }) {
        onlyParameters(query, ["status", "currency"]);
        const status = oneOf(query, "status", ["pending", "confirmed", "expired"]);
        const currency = oneOf(query, "currency", [...new Set(assets.map((asset) => asset.currency))]);
        const found = wallet.deposits
          .filter((deposit) => status === undefined || deposit.status === status)
          .filter((deposit) => currency === undefined || deposit.currency === currency)
          .reverse();
        return ok({ data: found.map(wire.deposit) });
      },
    },
  ];
}
