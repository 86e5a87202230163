import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { start } from "./helper.ts";

describe("common rules", () => {
  test("no seed or a wrong one is 401, an unknown path 404, a wrong method 405", async () => {
    const { call, person, control } = await start();
    expect(await call("GET", "/cards")).toMatchObject({ status: 401, body: { error: "unauthorized", code: 401 } });
    expect((await call("GET", "/cards", { seed: "ffff-ffff-ffff-ffff" })).status).toBe(401);
    const me = await person();
    expect((await call("GET", "/bins", { seed: me.seed.replaceAll("-", "") })).status).toBe(401);
    expect((await me.get("/nothing")).body).toMatchObject({ error: "not_found", request_id: expect.any(String) });
    for (const path of ["/cards/card_x", "/transactions/txn_x", "/3ds/3ds_x"]) {
      expect((await me.get(path)).status).toBe(404);
    }
    const wrong = await me.as("PUT", "/cards", {});
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect(control.calls().at(-1)).toMatchObject({ method: "PUT", path: "/cards", status: 405 });
  });

  test("the log of calls and the state hold no seed, number, code or secret", async () => {
    const { person, control } = await start();
    const me = await person();
    const { pan, cvv } = await me.card();
    control.purchase({ pan, amount: 1, merchant: "SHOP" });
    await me.post("/webhooks", { url: "https://example.com/hook/token-1", events: ["*"], secret: "very-secret" });
    const [challenge] = await me.list("/3ds");
    await me.get(`/3ds/${challenge?.id}`);
    const seen = JSON.stringify([control.calls(), control.state(), control.webhooks.deliveries()]);
    for (const secret of [me.seed, pan, `"${cvv}"`, String(challenge?.otp), "very-secret", "token-1"]) {
      expect(seen).not.toContain(secret);
    }
    expect(control.calls()[0]).toMatchObject({ path: "/cards", body: { amount: 100 }, status: 201 });
  });
});

describe("idempotency", () => {
  test("the same request under the same key is applied once and answered the same", async () => {
    const { person, control } = await start();
    const me = await person(500);
    const body = { bin_id: "491653", amount: 100, label: "Once" };
    const first = await me.post("/cards", body, "key-1");
    const again = await me.post("/cards", body, "key-1");
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(control.state(me.seed).cards).toHaveLength(1);
    expect(control.calls().at(-1)).toMatchObject({ idempotencyKey: "key-1", replayed: true });
    await me.post("/cards", body, "key-2");
    expect(control.state(me.seed).cards).toHaveLength(2);
  });

  test("a refusal is replayed too, even when it would be granted now", async () => {
    const { person, control } = await start();
    const me = await person(10);
    const body = { bin_id: "491653", amount: 50 };
    const refused = await me.post("/cards", body, "key-1");
    control.deposit({ seed: me.seed, currency: "usdt", usd: 100, confirm: true });
    expect(await me.post("/cards", body, "key-1")).toMatchObject({ status: 400, body: refused.body });
    expect((await me.post("/cards", body, "key-2")).status).toBe(201);
  });

  test("another body or path under the same key is refused; another wallet's key is another key", async () => {
    const { person, control } = await start();
    const [me, other] = [await person(), await person()];
    const body = { bin_id: "491653", amount: 50 };
    const { id } = (await me.post("/cards", body, "key-1")).body;
    const conflict = { status: 409, body: { error: "idempotency_conflict" } };
    expect(await me.post("/cards", { ...body, amount: 51 }, "key-1")).toMatchObject(conflict);
    expect(await me.post(`/cards/${id}/freeze`, body, "key-1")).toMatchObject(conflict);
    expect((await other.post("/cards", body, "key-1")).status).toBe(201);
    control.variants({ idempotencyMismatch: 400 });
    expect((await me.post("/cards", { ...body, amount: 51 }, "key-1")).status).toBe(400);
  });

  test("a key is forgotten after a day, and ignored as a variant", async () => {
    const { person, control } = await start();
    const me = await person();
    const body = { bin_id: "491653", amount: 50 };
    const issue = () => me.post("/cards", body, "key-1");
    await issue();
    await control.advance(86_400_001);
    await issue();
    expect(control.state(me.seed).cards).toHaveLength(2);
    control.variants({ ignoreIdempotency: true });
    await issue();
    expect(control.state(me.seed).cards).toHaveLength(3);
  });
});

describe("limits", () => {
  test("thirty details a minute, then 429 with the seconds to wait", async () => {
    const { person, control } = await start();
    const me = await person();
    const { id } = await me.card();
    const details = () => me.get(`/cards/${id}/details`);
    for (let count = 1; count < 30; count++) expect((await details()).status).toBe(200);
    const refused = await details();
    expect(refused).toMatchObject({ status: 429, body: { error: "rate_limit_exceeded", code: 429 } });
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await me.get(`/cards/${id}`)).status).toBe(200);
    await control.advance(60_000);
    expect((await details()).status).toBe(200);
  });

  test("budgets are each wallet's own, or shared by everybody behind one address as a variant", async () => {
    const { person, control } = await start();
    const [me, other] = [await person(), await person()];
    const mine = await me.card();
    const theirs = await other.card();
    const fill = async () => {
      control.limits(true);
      for (let count = 0; count < 30; count++) await me.get(`/cards/${mine.id}/details`);
      return (await other.get(`/cards/${theirs.id}/details`)).status;
    };
    expect(await fill()).toBe(200);
    control.variants({ limitScope: "ip" });
    expect(await fill()).toBe(429);
  });

  test("fifty cards a minute, a thousand requests a minute, and none when switched off", async () => {
    const { person, control, call } = await start();
    const me = await person(5000);
    for (let count = 0; count < 50; count++) await me.post("/cards", { bin_id: "491653", amount: 1 });
    expect((await me.post("/cards", { bin_id: "491653", amount: 1 })).status).toBe(429);
    for (let count = 0; count < 50; count++) await call("GET", "");
    expect((await call("GET", "")).status).toBe(429);
    control.limits(false);
    expect((await me.post("/cards", { bin_id: "491653", amount: 1 })).status).toBe(201);
    control.limits(true);
    control.variants({ limitHeaders: true });
    expect((await me.get("/bins")).headers.get("x-ratelimit-remaining")).toBe("999");
    for (let count = 1; count < 1000; count++) await me.get("/bins");
    expect((await me.get("/bins")).status).toBe(429);
  });
});

describe("faults", () => {
  test("dropped before: nothing is applied; dropped after: everything is, and the key tells", async () => {
    const { person, control } = await start();
    const me = await person();
    const body = { bin_id: "491653", amount: 50 };
    const cards = () => control.state(me.seed).cards.length;
    control.faults.add({ method: "POST", path: "/cards", kind: "drop-before" });
    await expect(me.post("/cards", body, "key-1")).rejects.toThrow();
    expect(cards()).toBe(0);
    control.faults.add({ method: "POST", path: "/cards", kind: "drop-after" });
    await expect(me.post("/cards", body, "key-1")).rejects.toThrow();
    expect(cards()).toBe(1);
    expect((await me.post("/cards", body, "key-1")).status).toBe(201);
    expect(cards()).toBe(1);
  });

  test("a status without effect, a status after the effect, a page of HTML", async () => {
    const { person, control } = await start();
    const me = await person();
    const { id } = await me.card();
    const status = async () => (await me.get(`/cards/${id}`)).body.status;
    control.faults.add({ path: "/cards/*/freeze", kind: "status", status: 503, retryAfter: 7 });
    const refused = await me.post(`/cards/${id}/freeze`);
    expect([refused.status, refused.headers.get("retry-after"), await status()]).toEqual([503, "7", "active"]);
    control.faults.add({ path: "/cards/*/freeze", kind: "status-after", status: 500 });
    expect((await me.post(`/cards/${id}/freeze`)).status).toBe(500);
    expect(await status()).toBe("frozen");
    control.faults.add({ path: "/bins", kind: "garbage" });
    await expect(me.get("/bins")).rejects.toThrow(SyntaxError);
  });

  test("a fault hits its method and path only, as often as it says", async () => {
    const { person, control } = await start();
    const me = await person();
    control.faults.add({ method: "GET", path: "/bins", kind: "status", status: 429, times: 2 });
    expect((await me.get("/wallet/balance")).status).toBe(200);
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await me.get("/bins")).status);
    expect(statuses).toEqual([429, 429, 200]);
    control.faults.add({ path: "*", kind: "status" });
    control.faults.clear();
    expect((await me.get("/bins")).status).toBe(200);
  });

  test("a delayed request is applied when the delay is over", async () => {
    const { person, control } = await start();
    const me = await person();
    control.faults.add({ path: "/cards", kind: "delay", ms: 100 });
    const slow = me.post("/cards", { bin_id: "491653", amount: 50 });
    await expect.poll(() => control.calls().length).toBe(1);
    expect(control.state(me.seed).cards).toHaveLength(0);
    expect((await slow).status).toBe(201);
  });
});

describe("variants of answers", () => {
  test.each([404, 405, 501] as const)("no POST /cards: %i", async (noCreateCards) => {
    const { person } = await start({ variants: { noCreateCards } });
    const me = await person();
    expect((await me.post("/cards", { bin_id: "491653", amount: 50 })).status).toBe(noCreateCards);
    expect((await me.get("/cards")).status).toBe(200);
  });

  test("nested bodies, camelCase, no total_pages, other times, withdraw answers", async () => {
    const { person, control } = await start();
    const me = await person();
    const { id } = await me.card();
    await me.as("PATCH", `/cards/${id}`, { metadata: { snake_case: "stays" } });
    control.variants({ bodies: "named" });
    expect((await me.get(`/cards/${id}`)).body).toMatchObject({ card: { id } });
    control.variants({ bodies: "data" });
    expect((await me.post(`/cards/${id}/unfreeze`)).body).toMatchObject({ data: { id } });
    control.variants({ bodies: "bare", fieldNames: "camel" });
    expect((await me.get(`/cards/${id}`)).body).toMatchObject({ binId: "491653", metadata: { snake_case: "stays" } });
    control.variants({ fieldNames: "snake", noTotalPages: true, times: "epoch-seconds" });
    const list = (await me.get("/cards")).body;
    expect(list.pagination).not.toHaveProperty("total_pages");
    expect(list.data).toMatchObject([{ created_at: Date.parse("2026-04-15T12:00:00Z") / 1000 }]);
    control.variants({ withdrawBody: "nested" });
    const nested = await me.post(`/cards/${id}/withdraw`, { amount: 10 });
    expect(nested.body).toMatchObject({ card: { balance: 90 }, wallet: { balance: 910 } });
    control.variants({ withdrawBody: "empty" });
    expect((await me.post(`/cards/${id}/withdraw`, { amount: 10 })).status).toBe(204);
  });

  test("a switch that does not exist is refused", async () => {
    const { control } = await start();
    expect(() => control.variants(Object({ noSuchSwitch: true }))).toThrow(RangeError);
  });
});

describe("the control side over HTTP", () => {
  const ask = (origin: string, method: string, path: string, body?: unknown) =>
    fetch(`${origin}/_control/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });

  test("plays a deposit, a purchase and time", async () => {
    const { sandbox, person } = await start();
    const me = await person(0);
    const post = async (path: string, body: unknown) =>
      Object(await (await ask(sandbox.origin, "POST", path, body)).json());
    await post("deposit", { seed: me.seed, currency: "usdt", usd: 500, confirm: true });
    const { pan } = await me.card();
    const bought = await post("purchase", { pan, amount: 9.99, merchant: "SPOTIFY", mcc: "5815", country: "SE" });
    const { otp } = await post("challenge", { id: bought.challengeId });
    const paid = await post("answer-challenge", { challengeId: bought.challengeId, otp });
    expect(await post("settle", { transactionId: paid.transactionId })).toMatchObject({ type: "settlement" });
    expect(await post("advance", { ms: 1000 })).toEqual({ now: Date.parse("2026-04-15T12:00:01Z") });
    await post("faults", { path: "/bins", kind: "status", status: 502 });
    expect((await me.get("/bins")).status).toBe(502);
    const state = await ask(sandbox.origin, "GET", "state");
    expect(await state.json()).toMatchObject({ transactions: [{ id: paid.transactionId }] });
    const refused = await ask(sandbox.origin, "POST", "deposit", { seed: "nobody", currency: "usdt", usd: 5 });
    expect([refused.status, await refused.json()]).toEqual([400, { error: expect.stringContaining("unknown wallet") }]);
    expect((await ask(sandbox.origin, "POST", "nothing")).status).toBe(404);
  });

  test("answers no page that was led here under another host name", async () => {
    const { sandbox } = await start();
    const status = await new Promise((resolve) => {
      const headers = { host: "evil.example", connection: "close" };
      request(`${sandbox.origin}/_control/state`, { headers }, (answer) => resolve(answer.statusCode)).end();
    });
    expect(status).toBe(403);
  });
});
