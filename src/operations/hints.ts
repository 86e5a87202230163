import type { CARD_EVENTS, CardEvent } from "../cryptocardy/event-types.ts";
import type { Operation, OperationKind } from "./operation.ts";

export type CardHappening = Extract<CardEvent, { type: (typeof CARD_EVENTS)[number] }>;

const KIND_OF: Partial<Record<CardHappening["type"], OperationKind>> = {
  "card.funded": "fund",
  "card.created": "issue",
  "card.terminated": "close",
};
const CLOCK_SKEW_MS = 5_000;

/** Whether events of this type can settle an operation at all. */
export function isTelling(event: CardEvent): event is CardHappening {
  return event.type in KIND_OF;
}

/**
 * Which of a wallet's open operations an event speaks of: they are looked at again now. `echoed` when it can be about
 * no other operation, so that it decides where balances do not.
 */
export function hintFor(open: readonly Operation[], event: CardHappening): { id: string; echoed: boolean }[] {
  const like = open.filter((operation) => operation.kind === KIND_OF[event.type] && concerns(operation, event));
  return like
    .filter(({ sentAt }) => sentAt !== undefined && event.at >= sentAt - CLOCK_SKEW_MS)
    .map((operation) => ({ id: operation.id, echoed: isEcho(operation, event) && like.length === 1 }));
}

function concerns(operation: Operation, event: CardHappening): boolean {
  return operation.kind === "issue" || operation.params.cardId === event.objectId;
}

function isEcho(operation: Operation, { type, amount }: CardHappening): boolean {
  if (operation.kind !== "fund" || type !== "card.funded") return false;
  // A later funding of ours on the same card may be what the event is about.
  if (operation.rebasedOn && operation.rebasedOn.length > 0) return false;
  return amount === operation.params.amount;
}
