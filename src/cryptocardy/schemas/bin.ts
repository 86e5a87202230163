import type { Bin } from "../types.ts";
import { apiObject, defined, flag, money, number, optional, text, texts } from "./primitives.ts";

export const binSchema = apiObject({
  id: text,
  network: text,
  type: optional(text),
  issuer_country: optional(text),
  "3ds": flag,
  apple_pay: flag,
  google_pay: flag,
  max_transaction: optional(money),
  max_monthly: optional(money),
  acceptance_rate: optional(number),
  best_for: texts.catch([]),
}).transform(
  (bin): Bin =>
    defined({
      id: bin.id,
      network: bin.network,
      type: bin.type,
      issuerCountry: bin.issuer_country,
      threeDs: bin["3ds"],
      applePay: bin.apple_pay,
      googlePay: bin.google_pay,
      maxTransaction: bin.max_transaction,
      maxMonthly: bin.max_monthly,
      acceptanceRate: bin.acceptance_rate,
      bestFor: bin.best_for,
    }),
);
