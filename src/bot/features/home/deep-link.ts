import type { Act } from "../../../notifications/outgoing.ts";

/** Where `/start <payload>` leads: an act, a card by the ids it may have, or home. */
export type DeepLink = { act: Act } | { cardIds: string[] } | undefined;

const SCREENS = new Map<string, Act>([
  ["otp", { name: "codes.open" }],
  ["deposit", { name: "deposit.open" }],
  ["history", { name: "history.open" }],
]);

/**
 * Reads a payload; anybody can write any. `card_<id>`: the API's ids begin with `card_` themselves, so the payload may be
 * the id, or the id with the word before it.
 */
export function readDeepLink(payload: string): DeepLink {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload)) return undefined;
  const act = SCREENS.get(payload);
  if (act) return { act };
  const id = /^card_(.+)$/.exec(payload)?.[1];
  if (!id) return undefined;
  const cardIds = id.startsWith("card_") ? [id] : [payload, id];
  return { cardIds: cardIds.filter((one) => one.length <= LONGEST_ID) };
}

// Buttons below the card's screen hold the id, together with a name and a wallet.
const LONGEST_ID = 32;
