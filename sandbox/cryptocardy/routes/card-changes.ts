import { invalid } from "../errors.ts";
import { onlyFields, stringField, stringsField } from "../http/read.ts";
import { centsOf } from "../money.ts";
import type { Card, Cents, Json } from "../types.ts";
import type { Variants } from "../variants.ts";

const fields = ["label", "spending_limit", "allowed_categories", "auto_freeze_at", "metadata"];

/**
 * `PATCH /cards/{id}`: everything is checked before anything is changed. `null` takes `spending_limit` away, 0 disables
 * `auto_freeze_at`, an empty `allowed_categories` allows all, `metadata` is merged and `null` deletes a key (or does
 * nothing, by the switch).
 */
export function changeCard(card: Card, body: Json, { metadataNull }: Pick<Variants, "metadataNull">): void {
  onlyFields(body, fields);
  if (Object.keys(body).length === 0) throw invalid("Nothing to change.");
  const label = stringField(body, "label", 100);
  const categories = stringsField(body, "allowed_categories");
  const limit = body.spending_limit === null ? null : amount(body, "spending_limit");
  const autoFreezeAt = amount(body, "auto_freeze_at");
  const metadata = metadataOf(body);

  if (label !== undefined) card.label = label;
  if (categories !== undefined) card.allowedCategories = categories;
  if (limit === null) delete card.spendingLimit;
  else if (limit !== undefined) card.spendingLimit = limit;
  if (autoFreezeAt === 0) delete card.autoFreezeAt;
  else if (autoFreezeAt !== undefined) card.autoFreezeAt = autoFreezeAt;
  if (metadata) {
    const given = Object.entries(metadata).filter(([, value]) => metadataNull === "deletes" || value !== null);
    const merged = Object.entries({ ...card.metadata, ...Object.fromEntries(given) });
    card.metadata = Object.fromEntries(merged.filter(([, value]) => value !== null));
  }
}

function amount(body: Json, name: string): Cents | undefined {
  if (body[name] === undefined) return undefined;
  const cents = centsOf(body[name]);
  if (cents === undefined || cents < 0) throw invalid(`${name} must be an amount in USD.`);
  return cents;
}

function metadataOf({ metadata }: Json): Json | undefined {
  if (metadata === undefined) return undefined;
  if (typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) {
    throw invalid("metadata must be an object.");
  }
  return Object.fromEntries(Object.entries(metadata));
}
