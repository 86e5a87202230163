import { describe, expect, test } from "vitest";
import { parseTag, tagsOf, tagText } from "../../src/lib/tags.ts";

describe("tags", () => {
  test.each([
    ["campaign=spring_2026", { key: "campaign", value: "spring_2026" }],
    [" campaign = spring 2026 ", { key: "campaign", value: "spring 2026" }],
    ["#work", { key: "work", value: "true" }],
    ["весна 2026", { key: "весна_2026", value: "true" }],
    ["a=b=c", { key: "a", value: "b=c" }],
  ])("%j is a tag", (text, tag) => expect(parseTag(text)).toEqual({ ok: true, value: tag }));

  test.each([
    ["", "empty"],
    ["#", "empty"],
    ["=x", "empty"],
    ["campaign=", "empty"],
    ["bot_ref=1", "reserved"],
    ["_x", "reserved"],
    ["x".repeat(31), "too-long"],
    [`x=${"y".repeat(31)}`, "too-long"],
  ])("%j is none: %s", (text, kind) => expect(parseTag(text)).toEqual({ ok: false, failure: { kind } }));

  test("those of a card leave out what programs keep there, what is nested and what was emptied", () => {
    const metadata = {
      campaign: "spring",
      work: true,
      n: 7,
      bot_ref: "x",
      _id: 1,
      gone: null,
      off: "",
      deep: { a: 1 },
    };
    expect(tagsOf(metadata).map(tagText)).toEqual(["campaign=spring", "work", "n=7"]);
    expect(tagsOf(undefined)).toEqual([]);
  });

  test("what is typed is shown as it was typed", () => {
    for (const text of ["work", "campaign=spring"]) {
      const parsed = parseTag(text);
      expect(parsed.ok && tagText(parsed.value)).toBe(text);
    }
  });
});
