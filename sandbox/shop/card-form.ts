/** A card as typed at the checkout, in the form the bank takes. */
export type CardInput = { pan: string; cvv: string; expMonth: number; expYear: number; amount: number };
export type FieldName = "number" | "expiry" | "cvv" | "amount";
export type CardForm = { ok: true; card: CardInput } | { ok: false; wrong: FieldName[] };

/** Reads the checkout's fields; names those that cannot be right. `amount` is in US dollars, whole cents. */
export function readCard(fields: URLSearchParams): CardForm {
  const pan = (fields.get("number") ?? "").replace(/[\s-]/g, "");
  const expiry = /^\s*(\d{1,2})\s*[/.-]?\s*(?:20)?(\d{2})\s*$/.exec(fields.get("expiry") ?? "");
  const cvv = (fields.get("cvv") ?? "").trim();
  const amountText = (fields.get("amount") ?? "").trim().replace(",", ".");
  const expMonth = Number(expiry?.[1]);
  const amount = Number(amountText);

  const wrong: FieldName[] = [];
  if (!/^\d{13,19}$/.test(pan)) wrong.push("number");
  if (!(expMonth >= 1 && expMonth <= 12)) wrong.push("expiry");
  if (!/^\d{3,4}$/.test(cvv)) wrong.push("cvv");
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(amountText) || amount <= 0) wrong.push("amount");
  if (wrong.length > 0) return { ok: false, wrong };
  return { ok: true, card: { pan, cvv, expMonth, expYear: 2000 + Number(expiry?.[2]), amount } };
}
