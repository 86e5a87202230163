import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSeed } from "../../../src/bot/features/seed/looks-like-seed.ts";

const group = fc.string({ unit: fc.constantFrom(..."0123456789abcdefABCDEF"), minLength: 4, maxLength: 4 });
const seed = fc.tuple(group, group, group, group).map((groups) => groups.join("-"));

describe("a seed in a message", () => {
  test("is found wherever it stands", () => {
    fc.assert(
      fc.property(
        seed,
        fc.constantFrom("", "my seed: ", "(", "seed="),
        fc.constantFrom("", ".", ")", " thanks"),
        (text, before, after) => {
          expect(findSeed(`${before}${text}${after}`)).toBe(text);
        },
      ),
    );
  });

  test("is found with the dashes that some keyboards make of a hyphen", () => {
    expect(findSeed("c4f4–6e88—036c‑761c")).toBe("c4f4-6e88-036c-761c");
  });

  test("is found with spaces for hyphens", () => {
    expect(findSeed("my seed is c4f4 6e88 036c 761c, thanks")).toBe("c4f4-6e88-036c-761c");
    expect(findSeed("4916 5312 8847 2039 is not c4f4\u00a06e88\u00a0036c\u00a0761c")).toBe("c4f4-6e88-036c-761c");
  });

  test.each([
    ["a UUID", "123e4567-e89b-12d3-a456-426614174000"],
    ["a card number", "4916 5312 8847 2039"],
    ["five groups", "c4f4-6e88-036c-761c-1111"],
    ["letters beyond f", "c4f4-6e88-036c-761g"],
    ["an amount", "1 000,50"],
    ["plain words", "top up 2039 50"],
  ])("is not %s", (_what, text) => {
    expect(findSeed(text)).toBeUndefined();
  });
});
