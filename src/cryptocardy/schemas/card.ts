import { z } from "zod";
import { createSecret } from "../../lib/secret.ts";
import type { BalanceChange, Card, CardDetails, StatusChange, Termination } from "../types.ts";
import { apiObject, defined, isRecord, moment, money, number, optional, secret, text, texts } from "./primitives.ts";

const metadata = z.custom<Record<string, unknown>>(isRecord);

// A number has lost its leading zeros.
const last4 = text.transform((digits) => digits.padStart(4, "0"));
const pan = text.transform((digits) => createSecret(digits.replace(/[\s-]/g, "")));

export const cardSchema = apiObject({
  id: text,
  bin_id: text,
  network: text,
  last4,
  status: text,
  balance: money,
  label: optional(z.string()),
  spending_limit: optional(money),
  total_spent: optional(money),
  transaction_count: optional(number),
  allowed_categories: optional(texts),
  auto_freeze_at: optional(money),
  metadata: optional(metadata),
  created_at: moment,
  expires_at: optional(moment),
  last_used_at: optional(moment),
}).transform(
  (card): Card =>
    defined({
      id: card.id,
      binId: card.bin_id,
      network: card.network,
      last4: card.last4,
      status: card.status,
      balance: card.balance,
      label: card.label,
      spendingLimit: card.spending_limit,
      totalSpent: card.total_spent,
      transactionCount: card.transaction_count,
      allowedCategories: card.allowed_categories,
      autoFreezeAt: card.auto_freeze_at,
      metadata: card.metadata,
      createdAt: card.created_at,
      expiresAt: card.expires_at,
      lastUsedAt: card.last_used_at,
    }),
);

const addressSchema = apiObject({
  line1: optional(text),
  line2: optional(text),
  city: optional(text),
  state: optional(text),
  zip: optional(text),
  country: optional(text),
}).transform(({ line1, line2, city, state, zip, country }) => defined({ line1, line2, city, state, zip, country }));

export const detailsSchema = apiObject({
  id: text,
  pan,
  cvv: secret,
  exp_month: number,
  exp_year: number,
  holder_name: optional(text),
  billing_address: optional(addressSchema),
}).transform(
  (details): CardDetails =>
    defined({
      id: details.id,
      pan: details.pan,
      cvv: details.cvv,
      expMonth: details.exp_month,
      expYear: details.exp_year < 100 ? 2000 + details.exp_year : details.exp_year,
      holderName: details.holder_name,
      billingAddress: details.billing_address,
    }),
);

/** What freeze and unfreeze answer: the whole card or a few of its fields. */
export const statusSchema = apiObject({
  id: text,
  status: text,
  frozen_at: optional(moment),
  unfrozen_at: optional(moment),
}).transform(
  (card): StatusChange =>
    defined({ id: card.id, status: card.status, at: card.status === "frozen" ? card.frozen_at : card.unfrozen_at }),
);

export const terminationSchema = apiObject({
  id: text,
  status: text,
  refunded_amount: optional(money),
  terminated_at: optional(moment),
}).transform(
  (card): Termination =>
    defined({ id: card.id, status: card.status, refundedAmount: card.refunded_amount, at: card.terminated_at }),
);

const balanceSchema = apiObject({ balance: optional(money) });

/** What fund and withdraw answer, also when it comes as `{card: {balance}, wallet: {balance}}`. */
export const balanceChangeSchema = apiObject({
  previous_balance: optional(money),
  funded_amount: optional(money),
  withdrawn_amount: optional(money),
  amount: optional(money),
  new_balance: optional(money),
  balance: optional(money),
  card_balance: optional(money),
  wallet_balance: optional(money),
  card: optional(balanceSchema),
  wallet: optional(balanceSchema),
}).transform(
  (change): Omit<BalanceChange, "id"> =>
    defined({
      previousBalance: change.previous_balance,
      amount: change.funded_amount ?? change.withdrawn_amount ?? change.amount,
      newBalance: change.new_balance ?? change.card_balance ?? change.card?.balance ?? change.balance,
      walletBalance: change.wallet_balance ?? change.wallet?.balance,
    }),
);
