import type { Cards } from "../cards.ts";
import { findBin } from "../catalogue.ts";
import type { Core } from "../core.ts";
import { ApiError, cardNotActive, cardTerminated, invalid, notFound } from "../errors.ts";
import { amountField, fundBounds, onlyFields, onlyParameters, stringField } from "../http/read.ts";
import { type Answer, ok, type Request, type Route } from "../http/request.ts";
import type { Card, Wallet } from "../types.ts";
import { changeCard } from "./card-changes.ts";
import { isHidden, listCards } from "./card-list.ts";

/** The card of the path; another wallet's card does not exist. */
export function cardOf({ params, wallet }: Pick<Request, "params" | "wallet">, { variants }: Core): Card {
  const card = wallet.cards.find((candidate) => candidate.id === params.card);
  if (!card || isHidden(card, variants)) throw notFound("Card");
  return card;
}

/** Creating, reading, changing, suspending and closing cards. */
export function cardRoutes(core: Core, cards: Cards): Route[] {
  const { wire, timeline, variants } = core;

  function single(card: Card, status = 200): Answer {
    const body = wire.card(card);
    switch (variants.bodies) {
      case "bare":
        return { status, body };
      case "named":
        return { status, body: { card: body } };
      case "data":
        return { status, body: { data: body } };
    }
  }

  function create({ body, wallet }: { body: Request["body"]; wallet: Wallet }): Answer {
    if (variants.noCreateCards !== false) {
      throw new ApiError(variants.noCreateCards, "not_supported", "Cards cannot be created by this request.");
    }
    onlyFields(body, ["bin_id", "amount", "label"]);
    const bin = findBin(stringField(body, "bin_id", 20) ?? "");
    if (!bin) throw invalid("bin_id must be the id of a BIN.");
    const amount = amountField(body, fundBounds);
    return single(cards.issue(wallet, bin, amount, stringField(body, "label", 100)), 201);
  }

  return [
    { method: "GET", path: "/cards", handler: ({ query, wallet }) => ok(listCards(core, wallet, query)) },
    { method: "POST", path: "/cards", budget: "create", handler: create },
    {
      method: "GET",
      path: "/cards/:card",
      handler(request) {
        onlyParameters(request.query, []);
        return single(cardOf(request, core));
      },
    },
    {
      method: "GET",
      path: "/cards/:card/details",
      budget: "details",
      handler(request) {
        const card = cardOf(request, core);
        if (card.status === "terminated") throw cardTerminated();
        if (card.status === "pending_top_up") throw cardNotActive();
        return { status: 200, body: wire.details(card), headers: { "cache-control": "no-store" } };
      },
    },
    {
      method: "PATCH",
      path: "/cards/:card",
      handler(request) {
        const card = cardOf(request, core);
        if (card.status === "terminated") throw cardTerminated();
        changeCard(card, request.body, variants);
        return single(card);
      },
    },
    {
      method: "POST",
      path: "/cards/:card/freeze",
      handler(request) {
        const card = cardOf(request, core);
        cards.freeze(request.wallet, card);
        return ok({ id: card.id, status: card.status, frozen_at: wire.time(timeline.now()) });
      },
    },
    {
      method: "POST",
      path: "/cards/:card/unfreeze",
      handler(request) {
        const card = cardOf(request, core);
        cards.unfreeze(request.wallet, card);
        return single(card);
      },
    },
    {
      method: "DELETE",
      path: "/cards/:card",
      handler(request) {
        const card = cardOf(request, core);
        const { refunded } = cards.terminate(request.wallet, card);
        const terminated_at = wire.time(timeline.now());
        return ok({ id: card.id, status: card.status, refunded_amount: refunded / 100, terminated_at });
      },
    },
  ];
}
