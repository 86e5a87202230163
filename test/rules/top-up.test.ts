import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movedOn, topUpNow, withMoved } from "../../src/rules/top-up.ts";
import type { TopUpRule } from "../../src/store/rules.ts";

const cents = fc.integer({ min: 0, max: 200_000 });
const rule: fc.Arbitrary<TopUpRule> = fc.record({
  below: cents,
  add: fc.integer({ min: 1, max: 50_000 }),
  perDay: cents,
  keep: cents,
});
const event = fc.record({ card: cents, day: fc.constantFrom("2026-11-23", "2026-11-24"), id: fc.nat(30).map(String) });

describe("an automatic top-up", () => {
  test("never moves more than a day may have, nor leaves the wallet less than it keeps", () => {
    fc.assert(
      fc.property(rule, cents, fc.array(event, { maxLength: 60 }), (start, inWallet, events) => {
        let [now, wallet] = [start, inWallet];
        const moved = new Map<string, number>();
        for (const { card, day, id } of events.toSorted((a, b) => a.day.localeCompare(b.day))) {
          const verdict = topUpNow(now, { card, wallet, day });
          if (verdict.kind !== "add") continue;
          const next = withMoved(now, day, verdict.amount, id);
          if (next === now) continue;
          now = next;
          wallet -= verdict.amount;
          moved.set(day, (moved.get(day) ?? 0) + verdict.amount);
          expect(wallet).toBeGreaterThanOrEqual(start.keep);
          expect(card).toBeLessThan(start.below);
        }
        for (const sum of moved.values()) expect(sum).toBeLessThanOrEqual(start.perDay);
        for (const [day, sum] of moved) if (now.day === day) expect(movedOn(now, day)).toBe(sum);
      }),
    );
  });

  test("counts a payment once", () => {
    const start = { below: 1, add: 5, perDay: 10, keep: 0 };
    const once = withMoved(start, "2026-11-23", 5, "p");
    expect(withMoved(once, "2026-11-23", 5, "p")).toBe(once);
  });

  test.each([
    ["is off", { off: true as const }, { card: 0 }, "nothing"],
    ["finds enough on the card", {}, { card: 2_000 }, "nothing"],
    ["would pass the day's cap", { day: "2026-11-23", moved: 16_000 }, { card: 0 }, "day-full"],
    ["would empty the wallet", { keep: 96_000 }, { card: 0 }, "wallet-low"],
    ["has moved its share yesterday", { day: "2026-11-22", moved: 20_000 }, { card: 0 }, "add"],
  ])("that %s comes to %s", (_, changes, { card }, kind) => {
    const base = { below: 2_000, add: 5_000, perDay: 20_000, keep: 0 };
    expect(topUpNow({ ...base, ...changes }, { card, wallet: 100_000, day: "2026-11-23" }).kind).toBe(kind);
  });
});
