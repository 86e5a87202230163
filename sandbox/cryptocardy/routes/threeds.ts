import type { Core } from "../core.ts";
import { notFound } from "../errors.ts";
import { oneOf, onlyParameters } from "../http/read.ts";
import { ok, type Route } from "../http/request.ts";

/** 3DS challenges, newest first; the pending ones unless `status` says otherwise. */
export function threedsRoutes({ wire }: Core): Route[] {
  return [
    {
      method: "GET",
      path: "/3ds",
      handler({ query, wallet }) {
        onlyParameters(query, ["card_id", "status"]);
        const status = oneOf(query, "status", ["pending", "completed", "expired"]) ?? "pending";
        const card = query.get("card_id");
        const found = wallet.challenges
          .filter((challenge) => challenge.status === status)
          .filter((challenge) => card === null || challenge.cardId === card)
          .reverse();
        return ok({ data: found.map(wire.challenge) });
      },
    },
    {
      method: "GET",
      path: "/3ds/:challenge",
      handler({ params, wallet }) {
        const found = wallet.challenges.find(({ id }) => id === params.challenge);
        if (!found) throw notFound("Challenge");
        return ok(wire.challenge(found));
      },
    },
  ];
}
