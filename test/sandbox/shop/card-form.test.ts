import fc from "fast-check";
import { expect, test } from "vitest";
import { readCard } from "../../../sandbox/shop/card-form.ts";

const fields = (changes: Record<string, string> = {}) =>
  new URLSearchParams({ number: "4916 5312 8847 2039", expiry: "04/29", cvv: "847", amount: "9.99", ...changes });

test("a card is read as it is printed", () => {
  expect(readCard(fields())).toEqual({
    ok: true,
    card: { pan: "4916531288472039", cvv: "847", expMonth: 4, expYear: 2029, amount: 9.99 },
  });
});

test.each(["4/29", "04/2029", "0429", "04-29", " 04 / 29 "])("the expiry may be written as %s", (expiry) => {
  expect(readCard(fields({ expiry }))).toMatchObject({ ok: true, card: { expMonth: 4, expYear: 2029 } });
});

test("a comma divides dollars and cents as well", () => {
  expect(readCard(fields({ amount: "37,20" }))).toMatchObject({ card: { amount: 37.2 } });
});

test("every field that cannot be right is named", () => {
  const wrong = fields({ number: "12", expiry: "13/29", cvv: "x", amount: "0" });
  expect(readCard(wrong)).toEqual({ ok: false, wrong: ["number", "expiry", "cvv", "amount"] });
});

test("whatever is typed, it is a card or a complaint, and amounts have whole cents", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (number, expiry, cvv, amount) => {
      const form = readCard(fields({ number, expiry, cvv, amount }));
      if (!form.ok) expect(form.wrong.length).toBeGreaterThan(0);
      else expect(Math.abs(form.card.amount * 100 - Math.round(form.card.amount * 100))).toBeLessThan(1e-6);
    }),
  );
});
