import { createHmac } from "node:crypto";
import type { Somebody } from "./people.ts";

export type EventKind = "3ds.challenge" | "transaction.authorized";

/** A signed request of CryptoCardy. `mark` stands in the message that follows from it. */
export type SignedEvent = { path: string; body: string; headers: Record<string, string>; mark: string };

export const MARK = /SHOP\d{7}/;
let last = 0;

/** An event that never was before. */
export function newEvent(kind: EventKind, { token, secret, cardIds }: Somebody): SignedEvent {
  last += 1;
  const mark = `SHOP${String(last).padStart(7, "0")}`;
  const now = Date.now();
  const cardId = cardIds[last % cardIds.length] ?? "";
  const data = kind === "3ds.challenge" ? challenge(cardId, mark, now) : authorization(cardId, mark, now);
  const body = JSON.stringify({ id: `evt_${last}`, type: kind, created_at: new Date(now).toISOString(), data });
  return { path: `/hooks/cryptocardy/${token}`, body, mark, headers: sign(body, secret) };
}

export const sign = (body: string, secret: string): Record<string, string> => ({
  "content-type": "application/json",
  "x-signature": createHmac("sha256", secret).update(body).digest("hex"),
});

const challenge = (cardId: string, merchant: string, now: number) => ({
  id: `3ds_${last}`,
  card_id: cardId,
  merchant,
  amount: 9.99,
  otp: String(100_000 + (last % 900_000)),
  status: "pending",
  expires_at: new Date(now + 5 * 60_000).toISOString(),
  created_at: new Date(now).toISOString(),
});

const authorization = (cardId: string, name: string, now: number) => ({
  id: `txn_${last}`,
  card_id: cardId,
  type: "authorization",
  amount: -12.5,
  currency: "USD",
  merchant: { name, category: "advertising", mcc: "7311", country: "US" },
  balance_after: 487.5,
  created_at: new Date(now).toISOString(),
});
