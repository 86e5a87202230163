import fc from "fast-check";
import { expect, test } from "vitest";
import { translator } from "../../src/i18n.ts";
import { renderBurst } from "../../src/notifications/draw/render-burst.ts";
import { BURST, type BurstHead, type BurstItem, nextOf, withItem } from "../../src/notifications/tell/burst.ts";

/** Where payments at these moments go: `.` a message of its own, a letter for each gathering message. */
function play(moments: number[], keys = moments.map((_, n) => `${n}`)): string {
  let head: BurstHead = { pushed: [] };
  const ids: string[] = [];
  return moments
    .map((at, n) => {
      const next = nextOf(head, at, keys[n] ?? "");
      head = next.head;
      if (next.into === undefined) return ".";
      if (!ids.includes(next.into)) ids.push(next.into);
      return String.fromCharCode(97 + ids.indexOf(next.into));
    })
    .join("");
}

const SECOND = 1_000;
const every = (ms: number, count: number) => Array.from({ length: count }, (_, n) => n * ms);

test("five payments in a minute have messages of their own, the next ones share one", () => {
  expect(play(every(5 * SECOND, 8))).toBe(".....aaa");
});

test("payments a quarter of a minute apart are never gathered", () => {
  expect(play(every(15 * SECOND, 20))).toBe(".".repeat(20));
});

test("a minute without a payment ends the gathering", () => {
  expect(play([...every(SECOND, 7), 70 * SECOND])).toBe(".....aa.");
});

test("a payment whose message is sent again and again counts as one, and stays a message of its own", () => {
  expect(play(every(SECOND, 9), [..."aaaaaaaab"])).toBe(".........");
  expect(play(every(SECOND, 9), [..."abcdefaeg"])).toBe(".....a..a");
});

test("a full message is followed by another", () => {
  expect(play(every(SECOND, 5 + BURST.most + 2))).toBe(`.....${"a".repeat(BURST.most)}bb`);
});

test("however payments come, each goes somewhere, and no message holds too many", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(90_000), { maxLength: 200 }), (gaps) => {
      let now = 1_000_000;
      const moments = gaps.map((gap) => (now += gap));
      const places = play(moments);
      expect(places).toHaveLength(moments.length);
      for (const letter of new Set(places.replaceAll(".", ""))) {
        expect([...places].filter((one) => one === letter).length).toBeLessThanOrEqual(BURST.most);
      }
    }),
  );
});

test.each(["en", "ru"] as const)(
  "the message says how many and how much first, and stays short enough (%s)",
  (locale) => {
    const t = translator(locale);
    const facts = { walletId: "w", sandbox: true, quiet: false, ours: false };
    const item = (n: number): BurstItem => ({
      key: `${n}`,
      cardId: `card_${n % 3}`,
      card: `Card ${"x".repeat(20)} ·203${n % 3}`,
      merchant: `<${"M".repeat(200)}>`,
      cents: 12_345_678,
    });
    const items = Array.from({ length: BURST.most }, (_, n) => item(n));
    const { text } = renderBurst(withItem(items, { ...item(39), over: true }), t, facts);
    expect(text.split("\n")[0]).toContain(locale === "en" ? "40 payments" : "40 платежей");
    expect(text.split("\n")[0]?.replace(/\s/g, " ")).toContain(t.money(39 * 12_345_678).replace(/\s/g, " "));
    expect(text).toContain("<s>");
    expect(text.match(/M…/g)).toHaveLength(BURST.most);
    expect(text.replace(/<[^>]*>/g, "").replace(/&[a-z]+;/g, "&").length).toBeLessThan(4_096);
  },
);
