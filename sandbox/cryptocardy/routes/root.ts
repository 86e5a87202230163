import { assets, bins } from "../catalogue.ts";
import type { Core } from "../core.ts";
import { invalid } from "../errors.ts";
import { oneOf, onlyParameters } from "../http/read.ts";
import { ok, type Route } from "../http/request.ts";
import { newCvv, previewNumber } from "../ids.ts";

/** `GET /`: every call makes a new seed, a wallet and a card that waits for its first top-up. */
export function rootRoutes({ world, timeline }: Core): Route[] {
  return [
    {
      method: "GET",
      path: "/",
      open: true,
      budget: "create",
      handler({ query, requestId }) {
        onlyParameters(query, ["card", "asset"]);
        const network = oneOf(query, "card", ["visa", "mastercard"]) ?? "visa";
        const asset = oneOf(
          query,
          "asset",
          assets.map(({ name }) => name),
        );
        const bin = bins.find((candidate) => candidate.network === network);
        if (!bin) throw invalid("No BIN for this network.");
        const now = timeline.now();
        const wallet = world.addWallet(now);
        const card = world.addCard(wallet, bin, now, "pending_top_up");
        const expires = new Date(card.expiresAt).toISOString();
        const name = asset ?? "BTC";
        return ok({
          success: true,
          request_id: requestId,
          seed: wallet.seed,
          card: {
            state: card.status,
            network,
            card_number: previewNumber(card.pan),
            cvv_masked: newCvv(),
            expiry: `${expires.slice(5, 7)}/${expires.slice(2, 4)}`,
          },
          wallet: { asset: name, address: wallet.addresses[name] },
          created_at: `${new Date(now).toISOString().slice(0, 19)}+00:00`,
        });
      },
    },
  ];
}
