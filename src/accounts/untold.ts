import type { Card, CardChanges } from "../cryptocardy/types.ts";

/** Settings of a card that the API accepted but tells nobody: its documented card object has no field for them. */
export type Untold = Pick<Card, "allowedCategories" | "autoFreezeAt">;

/** What is to be remembered after a change; `card` is what the API answered. A setting that it tells needs no memory. */
export function untoldAfter(known: Untold | undefined, changes: CardChanges, card: Card): Untold {
  const { allowedCategories: categories, autoFreezeAt } = { ...known, ...changes };
  return {
    ...(card.allowedCategories === undefined && categories?.length && { allowedCategories: categories }),
    ...(card.autoFreezeAt === undefined && autoFreezeAt && { autoFreezeAt }),
  };
}

/** The card with its untold settings as they were last set here, each named in `asSetHere`. */
export function withUntold(card: Card, untold: Untold | undefined): Card {
  const asSetHere = UNTOLD.filter((name) => untold?.[name] !== undefined && card[name] === undefined);
  return asSetHere.length === 0 ? card : { ...untold, ...card, asSetHere };
}

export const tellsAll = (card: Card): boolean => UNTOLD.every((name) => card[name] !== undefined);

const UNTOLD = ["allowedCategories", "autoFreezeAt"] as const;
