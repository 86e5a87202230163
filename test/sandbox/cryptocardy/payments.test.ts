import { describe, expect, test } from "vitest";
import { start } from "./helper.ts";

const wrong = (otp: unknown) => (otp === "000000" ? "111111" : "000000");

describe("3DS", () => {
  test("the right code authorises, settlement keeps the id, the timeline tells both", async () => {
    const { person, control } = await start({ settleAfterMs: 60_000 });
    const me = await person();
    const { id, pan } = await me.card(100);
    const asked = control.purchase({ pan, amount: 12.5, merchant: "FACEBK ADS", mcc: "7311" });
    expect(asked.status).toBe("challenge");
    const [challenge] = await me.list("/3ds");
    expect(challenge).toMatchObject({ card_id: id, merchant: "FACEBK ADS", amount: 12.5, status: "pending" });
    expect(await me.list("/transactions")).toEqual([]);

    const paid = control.answerChallenge({ challengeId: String(challenge?.id), otp: String(challenge?.otp) });
    expect(paid.status).toBe("approved");
    expect((await me.get(`/3ds/${challenge?.id}`)).body.status).toBe("completed");
    const [held] = await me.list("/transactions");
    expect(held).toMatchObject({ type: "authorization", amount: -12.5, balance_after: 87.5 });

    await control.advance(60_000);
    expect((await me.get(`/transactions/${held?.id}`)).body).toMatchObject({
      type: "settlement",
      merchant: { name: "FACEBK ADS", category: "advertising", mcc: "7311", country: "US" },
      three_ds: { status: "authenticated", challenge_id: challenge?.id },
      timeline: [
        { status: "authorized", at: "2026-04-15T12:00:00Z" },
        { status: "settled", at: "2026-04-15T12:01:00Z" },
      ],
    });
    expect((await me.get(`/cards/${id}`)).body).toMatchObject({
      balance: 87.5,
      total_spent: 12.5,
      transaction_count: 1,
      last_used_at: "2026-04-15T12:00:00Z",
    });
  });

  test("the shop can follow a payment without learning its code", async () => {
    const { person, control } = await start();
    const me = await person();
    const { pan } = await me.card();
    const asked = control.purchase({ pan, amount: 5, merchant: "SPOTIFY" });
    const challengeId = asked.status === "challenge" ? asked.challengeId : "";
    const [{ otp } = { otp: "" }] = await me.list("/3ds");
    expect(control.purchaseStatus(challengeId)).toEqual({ status: "challenge", challengeId });
    const paid = control.answerChallenge({ challengeId, otp: String(otp) });
    expect(control.purchaseStatus(challengeId)).toEqual(paid);
    control.purchase({ pan, amount: 5, merchant: "SPOTIFY" });
    const [other] = await me.list("/3ds");
    await control.advance(300_000);
    expect(control.purchaseStatus(String(other?.id))).toMatchObject({ status: "declined", reason: "3ds_expired" });
  });

  test("three wrong codes decline the payment, and the right one is too late then", async () => {
    const { person, control } = await start();
    const me = await person();
    const { pan } = await me.card();
    control.purchase({ pan, amount: 5, merchant: "SPOTIFY" });
    const [challenge] = await me.list("/3ds");
    const answer = (otp: string) => control.answerChallenge({ challengeId: String(challenge?.id), otp });
    expect(answer(wrong(challenge?.otp))).toMatchObject({ status: "challenge", attemptsLeft: 2 });
    expect(answer(wrong(challenge?.otp))).toMatchObject({ status: "challenge", attemptsLeft: 1 });
    expect(answer(wrong(challenge?.otp))).toMatchObject({ status: "declined", reason: "3ds_failed" });
    expect(answer(String(challenge?.otp))).toMatchObject({ status: "declined" });
    expect(await me.list("/transactions")).toMatchObject([{ type: "decline", decline_reason: "3ds_failed" }]);
  });

  test("a code expires after five minutes and the payment is declined", async () => {
    const { person, control } = await start();
    const me = await person();
    const { pan } = await me.card();
    control.purchase({ pan, amount: 5, merchant: "SPOTIFY" });
    await control.advance(299_000);
    expect(await me.list("/3ds")).toHaveLength(1);
    await control.advance(1_000);
    expect(await me.list("/3ds")).toEqual([]);
    expect(await me.list("/3ds?status=expired")).toHaveLength(1);
    expect(await me.list("/transactions?type=decline")).toMatchObject([{ decline_reason: "3ds_expired" }]);
  });

  test("a card frozen while the code is asked for does not pay", async () => {
    const { person, control } = await start();
    const me = await person();
    const { id, pan } = await me.card();
    control.purchase({ pan, amount: 5, merchant: "SPOTIFY" });
    const [challenge] = await me.list(`/3ds?card_id=${id}`);
    await me.post(`/cards/${id}/freeze`);
    const result = control.answerChallenge({ challengeId: String(challenge?.id), otp: String(challenge?.otp) });
    expect(result).toMatchObject({ status: "declined", reason: "card_frozen" });
    expect((await me.get(`/cards/${id}`)).body.balance).toBe(100);
  });
});

describe("declines", () => {
  test("each reason is recorded on the transaction", async () => {
    const { person, control } = await start();
    const me = await person(5000);
    const card = await me.card(1000, "552433");
    const { id, pan, cvv } = card;
    const buy = (more: object = {}) => {
      const result = control.purchase({ pan, amount: 10, merchant: "SHOP", mcc: "5411", ...more });
      return result.status === "declined" ? result.reason : result.status;
    };
    const patch = (body: object) => me.as("PATCH", `/cards/${id}`, body);

    expect(buy({ cvv: cvv === "000" ? "111" : "000" })).toBe("incorrect_cvv");
    expect(buy({ expMonth: 5 })).toBe("incorrect_expiry");
    expect(buy({ amount: 200.01 })).toBe("transaction_limit_exceeded");
    await patch({ allowed_categories: ["advertising"] });
    expect(buy()).toBe("category_not_allowed");
    await patch({ allowed_categories: ["5411"], spending_limit: 15 });
    expect(buy({ expYear: 2030 })).toBe("incorrect_expiry");
    expect(buy({ cvv, expMonth: 4, expYear: 2029, amount: 5 })).toBe("approved");
    expect(buy({ cvv, expMonth: 4, expYear: 29, amount: 5 })).toBe("approved");
    expect(buy()).toBe("monthly_limit_exceeded");
    await patch({ spending_limit: null });
    for (let paid = 0; paid < 4; paid++) expect(buy({ amount: 200 })).toBe("approved");
    expect(buy({ amount: 190.01 })).toBe("bin_monthly_limit_exceeded");
    await me.post(`/cards/${id}/withdraw`, { amount: 150 });
    expect(buy({ amount: 40.01 })).toBe("insufficient_funds");
    expect(buy({ amount: 1, refused: true })).toBe("do_not_honor");
    await me.post(`/cards/${id}/freeze`);
    expect(buy()).toBe("card_frozen");
    await me.as("DELETE", `/cards/${id}`);
    expect(buy()).toBe("card_terminated");
    expect(control.purchase({ pan: "4000000000000002", amount: 1, merchant: "X" })).toEqual({
      status: "declined",
      reason: "unknown_card",
    });
    const declines = await me.list("/transactions?type=decline&per_page=100");
    expect(declines.map(({ decline_reason }) => decline_reason).reverse()).toEqual([
      "incorrect_cvv",
      "incorrect_expiry",
      "transaction_limit_exceeded",
      "category_not_allowed",
      "incorrect_expiry",
      "monthly_limit_exceeded",
      "bin_monthly_limit_exceeded",
      "insufficient_funds",
      "do_not_honor",
      "card_frozen",
      "card_terminated",
    ]);
  });

  test("the monthly limit starts again with the month, and an expired card declines", async () => {
    const { person, control } = await start();
    const me = await person();
    const { id, pan } = await me.card(100, "552433");
    await me.as("PATCH", `/cards/${id}`, { spending_limit: 10 });
    const buy = () => control.purchase({ pan, amount: 10, merchant: "SHOP" });
    expect(buy().status).toBe("approved");
    expect(buy().status).toBe("declined");
    await control.advance(16 * 86_400_000);
    expect(buy().status).toBe("approved");
    await control.advance(3 * 366 * 86_400_000);
    expect(buy()).toMatchObject({ status: "declined", reason: "card_expired" });
  });
});

describe("after a payment", () => {
  test("auto-freeze works by spending, or by balance as a variant", async () => {
    const { person, control } = await start();
    const me = await person();
    const status = async (id: string) => (await me.get(`/cards/${id}`)).body.status;
    const bought = async () => {
      const { id, pan } = await me.card(100, "552433");
      await me.as("PATCH", `/cards/${id}`, { auto_freeze_at: 30 });
      control.purchase({ pan, amount: 30, merchant: "SHOP" });
      const first = await status(id);
      if (first === "active") control.purchase({ pan, amount: 40, merchant: "SHOP" });
      return [first, await status(id)];
    };
    expect(await bought()).toEqual(["frozen", "frozen"]);
    control.variants({ autoFreeze: "balance" });
    expect(await bought()).toEqual(["active", "frozen"]);
  });

  test("on a running clock settlement comes by itself", async () => {
    const { person, control } = await start({ clock: { now: Date.now }, settleAfterMs: 30 });
    const me = await person();
    const { pan } = await me.card(100, "552433");
    control.purchase({ pan, amount: 40, merchant: "SHOP" });
    await expect.poll(() => control.state(me.seed).transactions[0]?.type).toBe("settlement");
  });

  test("refunds name their payment and cannot exceed it", async () => {
    const { person, control } = await start();
    const me = await person();
    const { id, pan } = await me.card(100, "552433");
    const paid = control.purchase({ pan, amount: 40, merchant: "SHOP" });
    const transactionId = "transactionId" in paid ? String(paid.transactionId) : "";
    control.settle(transactionId);
    expect(control.refund({ transactionId, amount: 15 })).toMatchObject({
      type: "refund",
      amount: 15,
      balance_after: 75,
      original_transaction_id: transactionId,
    });
    expect(() => control.refund({ transactionId, amount: 25.01 })).toThrow(RangeError);
    control.refund({ transactionId });
    expect((await me.get(`/cards/${id}`)).body).toMatchObject({ balance: 100, transaction_count: 3 });
    control.variants({ linkedRefunds: false });
    expect((await me.list("/transactions?type=refund"))[0]).not.toHaveProperty("original_transaction_id");
  });

  test("what comes back to a closed card goes to the wallet", async () => {
    const { person, control } = await start();
    const me = await person(100);
    const { id, pan } = await me.card(100, "552433");
    const paid = control.purchase({ pan, amount: 40, merchant: "SHOP" });
    const held = control.purchase({ pan, amount: 20, merchant: "HOTEL" });
    await me.as("DELETE", `/cards/${id}`);
    expect(await me.balance()).toMatchObject({ balance: 40 });
    control.settle("transactionId" in held ? String(held.transactionId) : "", 15);
    expect(await me.balance()).toMatchObject({ balance: 45, cards_total_balance: 0 });
    control.refund({ transactionId: "transactionId" in paid ? String(paid.transactionId) : "" });
    expect(await me.balance()).toMatchObject({ balance: 85, cards_total_balance: 0 });
  });

  test("as a variant the settlement gets an id of its own and names the authorization", async () => {
    const { person, control } = await start({ variants: { settlementId: "new" } });
    const me = await person();
    const { id, pan } = await me.card(100, "552433");
    const paid = control.purchase({ pan, amount: 40, merchant: "SHOP" });
    const authorization = "transactionId" in paid ? String(paid.transactionId) : "";
    const settled = control.settle(authorization, 35);
    expect(settled).toMatchObject({ type: "settlement", amount: -35, authorization_id: authorization });
    expect(settled.id).not.toBe(authorization);
    expect((await me.get(`/cards/${id}`)).body).toMatchObject({ balance: 65, total_spent: 35 });
    await me.as("PATCH", `/cards/${id}`, { spending_limit: 45 });
    expect(control.purchase({ pan, amount: 5, merchant: "SHOP" }).status).toBe("approved");
  });

  test("the history filters by card, type, time, merchant and amount", async () => {
    const { person, control } = await start();
    const me = await person();
    const [a, b] = [await me.card(100, "552433"), await me.card(100, "552433")];
    control.purchase({ pan: a.pan, amount: 5, merchant: "FACEBK ADS" });
    await control.advance(86_400_000);
    control.purchase({ pan: b.pan, amount: 20, merchant: "Spotify" });
    await control.advance(86_400_000);
    control.purchase({ pan: b.pan, amount: 150, merchant: "SPOTIFY AB" });
    const names = async (query: string) =>
      (await me.list(`/transactions${query}`)).map((row) => Math.abs(Number(row.amount)));
    expect(await names("")).toEqual([150, 20, 5]);
    expect(await names(`?card_id=${a.id}`)).toEqual([5]);
    expect(await names("?type=decline")).toEqual([150]);
    expect(await names("?merchant=spotify")).toEqual([150, 20]);
    expect(await names("?min_amount=5.01&max_amount=100")).toEqual([20]);
    expect(await names("?from=2026-04-16")).toEqual([150, 20]);
    expect(await names("?to=2026-04-16")).toEqual([20, 5]);
    expect(await names("?from=2026-04-16T12:00:00Z&to=2026-04-16T12:00:00Z")).toEqual([20]);
    expect(await names("?per_page=1&page=3")).toEqual([5]);
    expect((await me.get("/transactions")).body.pagination).toEqual({ page: 1, per_page: 50, total: 3 });
    control.variants({ amountFilter: "signed" });
    expect(await names("?max_amount=-10")).toEqual([150, 20]);
    expect((await me.get("/transactions?from=yesterday")).status).toBe(400);
  });
});
