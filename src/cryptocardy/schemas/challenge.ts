import { z } from "zod";
import type { Challenge } from "../types.ts";
import { apiObject, defined, moment, money, optional, secret, text } from "./primitives.ts";

/** "OTPs expire after 5 minutes." */
const LIFETIME_MS = 5 * 60_000;

const merchantName = z.union([z.string(), apiObject({ name: z.string() }).transform(({ name }) => name)]);

export const challengeSchema = apiObject({
  id: text,
  card_id: text,
  merchant: optional(merchantName),
  amount: optional(money),
  otp: optional(secret),
  status: text.catch("pending"),
  expires_at: optional(moment),
  created_at: moment,
})
  // With neither there is nothing to tell yet.
  .refine(({ amount, otp }) => amount !== undefined || otp !== undefined, "no amount and no code")
  .transform(
    (challenge): Challenge =>
      defined({
        id: challenge.id,
        cardId: challenge.card_id,
        merchant: challenge.merchant ?? "",
        amount: challenge.amount,
        otp: challenge.otp,
        status: challenge.status,
        expiresAt: challenge.expires_at ?? challenge.created_at + LIFETIME_MS,
        createdAt: challenge.created_at,
      }),
  );
