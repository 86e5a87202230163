import type { Cents } from "../lib/money.ts";
import type { Operation, Snapshot } from "./operation.ts";

/**
 * After `settled` moved money, what an older operation that is still unknown must be compared with: its snapshot as if
 * `settled` had happened before. Undefined when there is nothing to change, or it was done already.
 */
export function rebased(unknown: Operation, settled: Operation): Operation | undefined {
  const { before } = unknown;
  if (settled.state !== "done" || unknown.state !== "unknown" || !before) return undefined;
  if ((settled.sentAt ?? 0) <= (unknown.sentAt ?? 0) || unknown.rebasedOn?.includes(settled.id)) return undefined;
  return {
    ...unknown,
    before: shifted(before, unknown, settled),
    rebasedOn: [...(unknown.rebasedOn ?? []), settled.id],
    revision: unknown.revision + 1,
  } as Operation;
}

function shifted(before: Snapshot, unknown: Operation, settled: Operation): Snapshot {
  const wallet = walletMovement(settled);
  const sameCard =
    unknown.kind !== "issue" && settled.kind !== "issue" && unknown.params.cardId === settled.params.cardId;
  const card =
    sameCard && before.card ? { ...before.card, balance: before.card.balance + cardMovement(settled) } : before.card;
  const { walletBalance, card: _card, ...rest } = before;
  return {
    ...rest,
    // Where the movement is not known the wallet's side proves nothing any more.
    ...(walletBalance !== undefined && wallet !== undefined && { walletBalance: walletBalance + wallet }),
    ...(card && { card }),
    ...(before.cardIds && settled.kind === "issue" && settled.result
      ? { cardIds: [...before.cardIds, settled.result.card.id] }
      : {}),
  };
}

function walletMovement(settled: Operation): Cents | undefined {
  switch (settled.kind) {
    case "issue":
      // Issuing may cost a fee that nobody tells.
      return undefined;
    case "fund":
      return -settled.params.amount;
    case "withdraw":
      return settled.params.amount;
    case "close":
      return settled.result?.refunded;
  }
}

function cardMovement(settled: Operation): Cents {
  switch (settled.kind) {
    case "fund":
      return settled.params.amount;
    case "withdraw":
      return -settled.params.amount;
    default:
      return 0;
  }
}
