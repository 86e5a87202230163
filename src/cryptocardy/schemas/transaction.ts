import { z } from "zod";
import type { TimelineEntry, Transaction } from "../types.ts";
import { apiObject, defined, moment, money, optional, text } from "./primitives.ts";

const merchantSchema = z.union([
  z.string().transform((name) => ({ name })),
  apiObject({
    name: optional(z.string()),
    category: optional(text),
    mcc: optional(text),
    country: optional(text),
  }).transform(({ name = "", category, mcc, country }) => defined({ name, category, mcc, country })),
]);

// The reference promises a 3DS status and a timeline and shows neither.
const threeDsSchema = z.union([
  text.transform((status) => ({ status })),
  z.boolean().transform((used) => ({ status: used ? "authenticated" : "not_used" })),
  apiObject({ status: optional(text), result: optional(text), version: optional(text) }).transform(
    (threeDs, context) => {
      const status = threeDs.status ?? threeDs.result;
      if (status !== undefined) return defined({ status, version: threeDs.version });
      context.issues.push({ code: "custom", message: "no status", input: undefined });
      return z.NEVER;
    },
  ),
]);

const entrySchema = apiObject({
  status: optional(text),
  type: optional(text),
  event: optional(text),
  at: optional(moment),
  created_at: optional(moment),
  timestamp: optional(moment),
}).transform((entry): TimelineEntry | undefined => {
  const status = entry.status ?? entry.type ?? entry.event;
  return status === undefined ? undefined : defined({ status, at: entry.at ?? entry.created_at ?? entry.timestamp });
});

const timelineSchema = z
  .array(z.unknown())
  .transform((entries) => entries.flatMap((entry) => entrySchema.safeParse(entry).data ?? []));

export const transactionSchema = apiObject({
  id: text,
  card_id: text,
  type: text,
  amount: money,
  currency: text.catch("USD"),
  merchant: optional(merchantSchema),
  balance_after: optional(money),
  created_at: moment,
  status: optional(text),
  decline_reason: optional(text),
  decline_code: optional(text),
  reason: optional(text),
  three_ds: optional(threeDsSchema),
  "3ds": optional(threeDsSchema),
  "3ds_status": optional(threeDsSchema),
  three_ds_status: optional(threeDsSchema),
  threeds: optional(threeDsSchema),
  three_d_secure: optional(threeDsSchema),
  timeline: optional(timelineSchema),
  authorization_timeline: optional(timelineSchema),
  events: optional(timelineSchema),
  original_id: optional(text),
  original_transaction_id: optional(text),
  authorization_id: optional(text),
  parent_id: optional(text),
}).transform((txn): Transaction => {
  const timeline = [txn.timeline, txn.authorization_timeline, txn.events].find((entries) => entries?.length);
  return defined({
    id: txn.id,
    cardId: txn.card_id,
    type: txn.type,
    amount: txn.amount,
    currency: txn.currency,
    merchant: txn.merchant ?? { name: "" },
    balanceAfter: txn.balance_after,
    createdAt: txn.created_at,
    status: txn.status,
    declineReason: txn.decline_reason ?? txn.decline_code ?? txn.reason,
    threeDs:
      txn.three_ds ?? txn["3ds"] ?? txn.threeds ?? txn.three_d_secure ?? txn["3ds_status"] ?? txn.three_ds_status,
    timeline,
    originalId: txn.original_id ?? txn.original_transaction_id ?? txn.authorization_id ?? txn.parent_id,
  });
});
