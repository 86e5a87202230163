import type { Cents } from "../../../lib/money.ts";
import type { Operation } from "../../../operations/operation.ts";
import type { Operations } from "../../../operations/operations.ts";
import type { Store } from "../../../store/store.ts";
import type { PickedCard } from "./picks.ts";

/** Fundings that were confirmed together: one operation a card, in the order of the cards. */
export type Batch = { walletId: string; operations: string[]; cards: PickedCard[]; amount: Cents };

/** Where a card of a batch stands. `waiting`: not decided by the API yet; `expired`: never confirmed, and too late now. */
export type BatchLine = {
  card: PickedCard;
  state: "waiting" | "done" | "failed" | "unknown" | "expired";
  operation?: Operation;
};

export const batchName = (id: string): string => `batch:${id}`;

/** Reads how far the operations of a batch have got. Undefined: forgotten, or not theirs. */
export async function readBatch(
  { store, operations }: { store: Pick<Store, "choices">; operations: Pick<Operations, "get"> },
  userId: number,
  id: string,
): Promise<{ batch: Batch; lines: BatchLine[] } | undefined> {
  const batch = await store.choices.get<Batch>(userId, batchName(id));
  if (!batch) return undefined;
  const found = await Promise.all(batch.operations.map((operation) => operations.get(operation, userId)));
  return { batch, lines: batch.cards.map((card, index) => lineOf(card, found[index])) };
}

export const isSettled = ({ state }: BatchLine): boolean => state !== "waiting";

function lineOf(card: PickedCard, operation: Operation | undefined): BatchLine {
  if (!operation || operation.error?.kind === "cancelled") return { card, state: "expired" };
  const { state } = operation;
  return { card, operation, state: state === "draft" || state === "submitted" ? "waiting" : state };
}
