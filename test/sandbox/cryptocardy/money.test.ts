import fc from "fast-check";
import { expect, test } from "vitest";
import { start } from "./helper.ts";

const cents = (value: unknown) => Math.round(Number(value) * 100);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const step = fc.record({
  what: fc.constantFrom("deposit", "issue", "fund", "withdraw", "buy", "ask", "settle", "refund", "freeze", "close"),
  which: fc.nat(5),
  amount: fc.integer({ min: 1, max: 60_000 }),
});

test("whatever happens, every cent that was credited is in the wallet, on a card, or spent", async () => {
  const { person, control } = await start({ limits: false });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const me = await person(5000);
      await me.card(1000, "491653");
      await me.card(500, "552433");
      for (const { what, which, amount } of steps) {
        const usd = amount / 100;
        const { cards, transactions, challenges } = control.state(me.seed);
        const card = String(cards[which % Math.max(cards.length, 1)]?.id);
        const payment = String(transactions[which % Math.max(transactions.length, 1)]?.id);
        const pan = async () => String((await me.get(`/cards/${card}/details`)).body.pan);
        const attempt = (act: () => unknown) => {
          try {
            act();
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        };
        if (what === "deposit") control.deposit({ seed: me.seed, currency: "usdt", usd: usd * 10, confirm: which > 0 });
        if (what === "issue") await me.post("/cards", { bin_id: which > 2 ? "491653" : "552433", amount: usd });
        if (what === "fund" || what === "withdraw") await me.post(`/cards/${card}/${what}`, { amount: usd });
        if (what === "buy") control.purchase({ pan: await pan(), amount: usd, merchant: "SHOP", threeDs: false });
        if (what === "ask") {
          control.purchase({ pan: await pan(), amount: usd, merchant: "SHOP", threeDs: true });
          const challengeId = String(challenges.at(-1)?.id);
          attempt(() => control.answerChallenge({ challengeId, otp: String(control.challenge(challengeId).otp) }));
        }
        if (what === "settle") attempt(() => control.settle(payment, which > 2 ? usd : undefined));
        if (what === "refund") {
          attempt(() => control.refund({ transactionId: payment, ...(which > 2 && { amount: usd }) }));
        }
        if (what === "freeze") await me.post(`/cards/${card}/${which > 2 ? "freeze" : "unfreeze"}`);
        if (what === "close" && which === 0) await me.as("DELETE", `/cards/${card}`);

        const after = control.state(me.seed);
        const wallet = await me.balance();
        const credited = sum(after.deposits.map(({ credited_usd }) => cents(credited_usd)));
        const paid = after.transactions.filter(({ type }) => type !== "decline").map((row) => -cents(row.amount));
        expect(cents(wallet.total_deposited)).toBe(credited);
        expect(cents(wallet.balance) + cents(wallet.cards_total_balance) + sum(paid)).toBe(credited);
        expect(cents(wallet.balance) + cents(wallet.total_spent)).toBe(credited);
        expect(cents(wallet.balance)).toBeGreaterThanOrEqual(0);
        for (const { balance } of after.cards) expect(cents(balance)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 25 },
  );
});
