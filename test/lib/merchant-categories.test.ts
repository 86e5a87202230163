import { describe, expect, test } from "vitest";
import { LOCALES, translator } from "../../src/i18n.ts";
import { codesOf, groupOfCode, MERCHANT_GROUPS } from "../../src/lib/merchant-categories.ts";

describe("merchant categories", () => {
  test("every code is in one group, and is written with four digits", () => {
    const codes = MERCHANT_GROUPS.flatMap(codesOf);
    expect(codes.filter((code) => !/^\d{4}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each([
    ["7311", "ads"],
    ["5812", "restaurants"],
    ["3000", "travel"],
    ["3838", "travel"],
    ["742", "health"],
    [" 5411 ", "groceries"],
  ])("%j is %s", (code, group) => expect(groupOfCode(code)?.id).toBe(group));

  test.each(["", "0000", "advertising", "73110"])("%j is in no group", (code) =>
    expect(groupOfCode(code)).toBeUndefined(),
  );

  test.each(LOCALES)("every group has a name of its own in %s, and it fits a button", (locale) => {
    const names = MERCHANT_GROUPS.map(({ title }) => translator(locale).plain(title));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(32);
  });
});
