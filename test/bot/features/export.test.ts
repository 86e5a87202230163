import { expect, test } from "vitest";
import { exportDocument } from "../../../src/bot/features/export/document.ts";
import type { Wallet } from "../../../src/store/person.ts";

test("the amounts of settings and rules are in dollars, as the document says", () => {
  const notices = { above: 2_000, low: 1_050, quiet: { from: 1_320, to: 420 }, guardRow: 3 };
  const topUp = { below: 2_000, add: 5_000, perDay: 20_000, keep: 10_000, moved: 5_000, day: "2026-11-23" };
  const wallet = { id: "w1", name: "Main", seedSaved: true, createdAt: 0 } as unknown as Wallet;
  const document = exportDocument(
    {
      person: { id: 1, createdAt: 0, wallets: [wallet], settings: { zone: "UTC", notices } },
      cards: { w1: { card_1: { last4: "2039", network: "visa" } } },
      rules: { w1: { card_1: { topUp, merchant: { name: "SPOTIFY", since: 0 }, low: 0 } } },
      operations: [],
      locked: false,
    },
    { about: "", now: 0 },
  );
  expect(document.person.settings).toEqual({
    zone: "UTC",
    notices: { above: 20, low: 10.5, quiet: { from: 1_320, to: 420 }, guardRow: 3 },
  });
  expect(document.wallets[0]?.cards[0]?.rules).toEqual({
    topUp: { below: 20, add: 50, perDay: 200, keep: 100, moved: 50, day: "2026-11-23" },
    merchant: { name: "SPOTIFY", since: "1970-01-01T00:00:00.000Z" },
    low: 0,
  });
});
