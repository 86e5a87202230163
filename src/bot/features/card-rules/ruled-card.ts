import type { Act } from "../../../notifications/outgoing.ts";

/** The card that a screen of rules is about; `title` is plain text. */
export type RuledCard = { wallet: string; id: string; title: string };

/** An act on the card. */
export const act = ({ wallet, id }: RuledCard, name: string, arg?: string): Act => ({
  name,
  wallet,
  id,
  ...(arg && { arg }),
});
