import { describe, expect, test } from "vitest";
import { start } from "./helper.ts";

describe("opening a wallet", () => {
  test("every call makes another seed, and the address belongs to the asset", async () => {
    const { call } = await start();
    const first = await call("GET", "?card=mastercard&asset=ETH");
    const second = await call("GET", "?asset=XMR");
    expect(first.body.seed).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
    expect(second.body.seed).not.toBe(first.body.seed);
    expect(first.body).toMatchObject({ success: true, card: { state: "pending_top_up", network: "mastercard" } });
    expect(first.body.wallet).toMatchObject({ asset: "ETH", address: expect.stringMatching(/^0x[0-9a-f]{40}$/) });
    expect(second.body.wallet).toMatchObject({ asset: "XMR", address: expect.stringMatching(/^4\w{94}$/) });
  });

  test("the previewed card waits in the list and becomes active when it is funded", async () => {
    const { call, control } = await start();
    const { body } = await call("GET", "?card=visa");
    const seed = String(body.seed);
    control.deposit({ seed, currency: "btc", usd: 100, confirm: true });
    const list = await call("GET", "/cards", { seed });
    expect(list.body.data).toMatchObject([{ status: "pending_top_up", balance: 0 }]);
    const id = control.state(seed).cards[0]?.id;
    expect((await call("GET", `/cards/${id}/details`, { seed })).body.error).toBe("card_not_active");
    await call("POST", `/cards/${id}/fund`, { seed, body: { amount: 50 } });
    expect((await call("GET", `/cards/${id}`, { seed })).body).toMatchObject({ status: "active", balance: 50 });
  });

  test("with the variants, a deposit activates it, or it never shows up", async () => {
    const { call, control } = await start({ variants: { pendingCard: "on-deposit" } });
    const seed = String((await call("GET", "")).body.seed);
    control.deposit({ seed, currency: "btc", usd: 100, confirm: true });
    expect((await call("GET", "/cards", { seed })).body.data).toMatchObject([{ status: "active" }]);
    control.variants({ pendingCard: "never" });
    const other = String((await call("GET", "")).body.seed);
    expect((await call("GET", "/cards", { seed: other })).body.data).toEqual([]);
  });

  test("with other variants it is hidden until it is active, no event tells of it, or it is frozen by its first money", async () => {
    const { call, control } = await start({ variants: { pendingCard: "on-deposit", pendingListed: false } });
    const seed = String((await call("GET", "")).body.seed);
    expect((await call("GET", "/cards", { seed })).body.data).toEqual([]);
    control.deposit({ seed, currency: "btc", usd: 100, confirm: true });
    expect((await call("GET", "/cards", { seed })).body.data).toMatchObject([{ status: "active" }]);

    control.variants({ pendingCard: "on-fund-frozen", pendingListed: true, activationEvent: false });
    const other = String((await call("GET", "")).body.seed);
    control.deposit({ seed: other, currency: "btc", usd: 100, confirm: true });
    const id = control.state(other).cards[0]?.id;
    await call("POST", `/cards/${id}/fund`, { seed: other, body: { amount: 50 } });
    expect((await call("GET", `/cards/${id}`, { seed: other })).body).toMatchObject({ status: "frozen", balance: 50 });
  });

  test("an unknown network, asset or parameter is refused", async () => {
    const { call } = await start();
    for (const query of ["?card=amex", "?asset=DOGE", "?network=visa"]) {
      expect(await call("GET", query)).toMatchObject({ status: 400, body: { error: "invalid_request", code: 400 } });
    }
  });
});

describe("cards", () => {
  test("issuing takes the money from the wallet and answers 201", async () => {
    const { person } = await start();
    const me = await person(500);
    const card = await me.post("/cards", { bin_id: "531993", amount: 200.5, label: "Games" });
    expect(card).toMatchObject({ status: 201, body: { network: "mastercard", balance: 200.5, label: "Games" } });
    expect(await me.balance()).toMatchObject({ balance: 299.5, cards_active: 1, cards_total_balance: 200.5 });
  });

  test("no card is issued beyond the wallet, outside the bounds or for an unknown BIN", async () => {
    const { person } = await start();
    const me = await person(100);
    const refusals: [unknown, string][] = [
      [{ bin_id: "491653", amount: 100.01 }, "insufficient_funds"],
      [{ bin_id: "491653", amount: 0.99 }, "invalid_amount"],
      [{ bin_id: "491653", amount: 5000.01 }, "invalid_amount"],
      [{ bin_id: "491653", amount: 1.005 }, "invalid_amount"],
      [{ bin_id: "491653", amount: "50" }, "invalid_amount"],
      [{ bin_id: "000000", amount: 50 }, "invalid_request"],
      [{ binId: "491653", amount: 50 }, "invalid_request"],
      ["not json", "invalid_request"],
      ["[]", "invalid_request"],
    ];
    for (const [body, error] of refusals) {
      const answer = await me.post("/cards", body);
      expect(answer, JSON.stringify(body)).toMatchObject({ status: 400, body: { error, code: 400 } });
      expect(answer.body.request_id).toMatch(/^req_[0-9a-f]{12}$/);
    }
    expect(await me.list("/cards")).toEqual([]);
    expect(await me.balance()).toMatchObject({ balance: 100 });
  });

  test("the list filters, sorts and pages", async () => {
    const { person, control } = await start();
    const me = await person();
    const ids: unknown[] = [];
    for (const [bin, amount, label] of [
      ["491653", 10, "Meta one"],
      ["531993", 30, "meta two"],
      ["491653", 20, "Other"],
    ]) {
      ids.push((await me.post("/cards", { bin_id: bin, amount, label })).body.id);
      await control.advance(1000);
    }
    const found = async (query: string) => (await me.list(`/cards${query}`)).map(({ id }) => ids.indexOf(id));
    expect(await found("")).toEqual([2, 1, 0]);
    expect(await found("?order=asc")).toEqual([0, 1, 2]);
    expect(await found("?sort=balance")).toEqual([1, 2, 0]);
    expect(await found("?sort=balance&order=asc")).toEqual([0, 2, 1]);
    expect(await found("?label=META")).toEqual([1, 0]);
    expect(await found("?bin_id=491653")).toEqual([2, 0]);
    expect(await found("?per_page=2&page=2")).toEqual([0]);
    await me.post(`/cards/${ids[0]}/freeze`);
    expect(await found("?status=frozen")).toEqual([0]);
    const { body } = await me.get("/cards?per_page=2");
    expect(body.pagination).toEqual({ page: 1, per_page: 2, total: 3, total_pages: 2 });
    for (const query of ["?per_page=101", "?page=0", "?status=gone", "?sort=label", "?limit=5"]) {
      expect((await me.get(`/cards${query}`)).status, query).toBe(400);
    }
  });

  test("cards made in the same moment are listed newest first, and in order on request", async () => {
    const { person } = await start();
    const me = await person();
    const made = [(await me.card()).id, (await me.card()).id];
    expect((await me.list("/cards?order=asc")).map(({ id }) => id)).toEqual(made);
    expect((await me.list("/cards")).map(({ id }) => id)).toEqual(made.reverse());
  });

  test("sorting by last use puts unused cards last", async () => {
    const { person, control } = await start();
    const me = await person();
    const [a, b] = [await me.card(), await me.card()];
    const c = await me.card();
    control.purchase({ pan: a.pan, amount: 1, merchant: "A", threeDs: false });
    await control.advance(5000);
    control.purchase({ pan: b.pan, amount: 1, merchant: "B", threeDs: false });
    const order = (await me.list("/cards?sort=last_used")).map(({ id }) => id);
    expect(order).toEqual([b.id, a.id, c.id]);
  });

  test("settings are changed together or not at all, and metadata is merged", async () => {
    const { person } = await start();
    const me = await person();
    const { id } = await me.card();
    const patch = (body: unknown) => me.as("PATCH", `/cards/${id}`, body);
    await patch({ metadata: { campaign: "spring", team: "a" } });
    const changed = await patch({
      label: "New",
      spending_limit: 20,
      allowed_categories: ["advertising"],
      auto_freeze_at: 15,
      metadata: { team: "b", note: "x" },
    });
    expect(changed.body).toMatchObject({
      label: "New",
      spending_limit: 20,
      allowed_categories: ["advertising"],
      auto_freeze_at: 15,
      metadata: { campaign: "spring", team: "b", note: "x" },
    });
    for (const body of [
      { label: "Bad", spending_limit: -1 },
      { label: "Bad", allowed_categories: "all" },
      { label: "Bad", metadata: [] },
      { label: "Bad", colour: "red" },
      { label: 5 },
      {},
    ]) {
      expect((await patch(body)).status, JSON.stringify(body)).toBe(400);
    }
    const cleared = await patch({ auto_freeze_at: 0, spending_limit: null });
    expect(cleared.body.label).toBe("New");
    expect(cleared.body).not.toHaveProperty("auto_freeze_at");
    expect(cleared.body).not.toHaveProperty("spending_limit");
  });

  test("freezing twice changes nothing, and a terminated card refuses everything", async () => {
    const { person, control } = await start();
    const me = await person(100);
    const { id } = await me.card(40);
    expect((await me.post(`/cards/${id}/freeze`)).body).toMatchObject({ id, status: "frozen" });
    expect((await me.post(`/cards/${id}/freeze`)).status).toBe(200);
    control.variants({ repeatedState: "conflict" });
    expect(await me.post(`/cards/${id}/freeze`)).toMatchObject({ status: 409, body: { error: "state_conflict" } });
    expect((await me.post(`/cards/${id}/unfreeze`)).body).toMatchObject({ status: "active", bin_id: "491653" });
    const closed = await me.as("DELETE", `/cards/${id}`);
    expect(closed.body).toMatchObject({ id, status: "terminated", refunded_amount: 40 });
    expect(await me.balance()).toMatchObject({ balance: 100, cards_active: 0, total_spent: 0 });
    for (const path of ["freeze", "unfreeze", "fund", "withdraw"]) {
      const answer = await me.post(`/cards/${id}/${path}`, path.endsWith("freeze") ? {} : { amount: 1 });
      expect(answer, path).toMatchObject({ status: 400, body: { error: "card_terminated" } });
    }
    expect((await me.get(`/cards/${id}/details`)).status).toBe(400);
  });

  test("funding and withdrawing answer all balances and keep to their bounds", async () => {
    const { person } = await start();
    const me = await person(300);
    const { id } = await me.card(100);
    expect((await me.post(`/cards/${id}/fund`, { amount: 50.25 })).body).toEqual({
      id,
      previous_balance: 100,
      funded_amount: 50.25,
      new_balance: 150.25,
      wallet_balance: 149.75,
    });
    expect((await me.post(`/cards/${id}/withdraw`, { amount: 0.25 })).body).toEqual({
      id,
      previous_balance: 150.25,
      withdrawn_amount: 0.25,
      new_balance: 150,
      wallet_balance: 150,
    });
    const refusals: [string, number, string][] = [
      ["fund", 0.5, "invalid_amount"],
      ["fund", 5001, "invalid_amount"],
      ["fund", 150.01, "insufficient_funds"],
      ["withdraw", 0, "invalid_amount"],
      ["withdraw", 150.01, "insufficient_funds"],
    ];
    for (const [what, amount, error] of refusals) {
      expect(await me.post(`/cards/${id}/${what}`, { amount })).toMatchObject({ status: 400, body: { error } });
    }
  });

  test("another wallet's card does not exist", async () => {
    const { person } = await start();
    const [me, other] = [await person(), await person()];
    const { id } = await me.card();
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/details"],
      ["POST", "/freeze"],
      ["DELETE", ""],
    ]) {
      expect((await other.as(String(method), `/cards/${id}${path}`)).status).toBe(404);
    }
    expect((await me.get(`/cards/${id}`)).body.status).toBe("active");
  });
});
