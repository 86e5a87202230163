import fc from "fast-check";
import { expect, test } from "vitest";
import { redactText } from "../../src/cryptocardy/redact.ts";

const digits = fc.stringMatching(/^\d{13,19}$/);
const around = fc.stringMatching(/^[A-Za-z ,.!]{0,20}$/);
const hex4 = fc.stringMatching(/^[0-9a-fA-F]{4}$/);

test("no card number of 13 to 19 digits gets through, however it is grouped", () => {
  fc.assert(
    fc.property(
      digits,
      fc.constantFrom("", " ", "-", "\u00a0", "\u2011", ". "),
      around,
      around,
      (number, gap, before, after) => {
        const grouped = (number.match(/.{1,4}/g) ?? []).join(gap);
        expect(redactText(`${before} ${grouped} ${after}`)).not.toMatch(/\d/);
      },
    ),
  );
});

test("no seed gets through, in either case and among anything", () => {
  fc.assert(
    fc.property(fc.array(hex4, { minLength: 4, maxLength: 4 }), around, (parts, before) => {
      const seed = parts.join("-");
      expect(redactText(`${before} ${seed}, sorry`)).not.toContain(seed);
    }),
  );
});

test("the secrets of the call do not come back, whatever they look like", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{8,40}$/), (secret) => {
      expect(redactText(`no wallet for ${secret} here`, [secret])).not.toContain(secret);
    }),
  );
});

test.each([
  ["a page", "see https://bot.example/hooks/cryptocardy/abc?seed=1 now", "see […] now"],
  ["a signing secret", "secret whsec_a1b2c3d4 is used", "secret […] is used"],
  ["a key", `key ${"ab12".repeat(8)} is used`, "key […] is used"],
])("%s is taken out", (_, text, clean) => {
  expect(redactText(text)).toBe(clean);
});

test.each([
  "Your wallet balance is too low to fund this card.",
  "Amount must be between $1.00 and $5,000.00",
  "Недостаточно средств: 12,50 из 1 000,00 $",
  "Try again after 2026-04-15 15:00",
  "Card card_8xK2m9Lp4q is frozen",
])("an ordinary sentence stays as it is: %s", (text) => {
  expect(redactText(text)).toBe(text);
});

test("a text is one line of at most 200 characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (text) => {
      const clean = redactText(text) ?? "";
      expect(clean.length).toBeLessThanOrEqual(200);
      expect(clean).not.toMatch(/[\r\n]/);
    }),
  );
  expect(redactText(" \n ")).toBeUndefined();
});
