import { expect, test } from "vitest";
import { isSameMerchant } from "../../src/lib/merchant.ts";

test.each([
  ["FACEBK *ADS", "Facebk * Ads 4Z2", true],
  ["AMAZON", "Amazon Prime", true],
  ["APPLE.COM/BILL", "APPLE COM BILL", true],
  ["UBER TRIP", "UBER EATS", false],
  ["1234", "1234", true],
  ["1234", "5678", false],
  ["", "NETFLIX", false],
])("%s and %s: the same merchant is %s", (one, other, same) => {
  expect(isSameMerchant(one, other)).toBe(same);
  expect(isSameMerchant(other, one)).toBe(same);
});
