import fc from "fast-check";
import { expect, test } from "vitest";
import { bound, escapeHtml } from "../../src/lib/text.ts";

const anyText = fc.string({ unit: "binary" });

test("escaped text reads back as it was and opens no tag", () => {
  const back: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"]/);
      expect(escaped.replace(/&(?:lt|gt|quot|amp);/g, (entity) => back[entity] ?? "")).toBe(text);
    }),
  );
});

test("bounded text is one line, no longer than asked, and stays so when bounded again", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 80 }), (text, limit) => {
      const once = bound(text, limit);
      expect(once.length).toBeLessThanOrEqual(limit);
      expect(once).not.toMatch(/[\r\n\t\u202e\u2066]/);
      expect(bound(once, limit)).toBe(once);
    }),
  );
});

test("a short text is left alone, a long one is cut between characters", () => {
  expect(bound("SPOTIFY", 64)).toBe("SPOTIFY");
  expect(bound("👨‍👩‍👧👨‍👩‍👧", 6)).not.toContain("\ud83d…");
  expect(bound("кафе «Уют»", 6)).toBe("кафе …");
});

test("direction marks of a merchant's name do not reach the line around it", () => {
  expect(bound("SHOP\u202e00.5$\u2066")).toBe("SHOP 00.5$");
});

test("half of a character, which Telegram takes in no text, does not stay", () => {
  expect(bound("x\ud800y")).toBe("x\ufffdy");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat({ max: 0xdfff - 0xd800 }), (text, half) => {
      expect(bound(text + String.fromCharCode(0xd800 + half), 40).isWellFormed()).toBe(true);
    }),
  );
});
