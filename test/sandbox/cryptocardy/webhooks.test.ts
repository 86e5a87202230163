import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { endpoint, rows, start } from "./helper.ts";

const everything = { events: ["*"], secret: "own-secret" };
const hmac = (raw: string, secret = "own-secret") => createHmac("sha256", secret).update(raw);

describe("registering", () => {
  test("a secret is generated and shown once, and the list is a bare array without it", async () => {
    const { person } = await start();
    const me = await person();
    const request = { url: "https://example.com/hook", events: ["3ds.challenge"] };
    const made = await me.post("/webhooks", request);
    expect(made).toMatchObject({ status: 201, body: { ...request, active: true } });
    expect(made.body.secret).toMatch(/^whsec_[0-9a-f]{48}$/);
    const list = (await me.get("/webhooks")).body;
    expect(list).toEqual([{ id: made.body.id, ...request, active: true, created_at: "2026-04-15T12:00:00Z" }]);
    expect((await me.as("DELETE", `/webhooks/${made.body.id}`)).status).toBe(200);
    expect((await me.as("DELETE", `/webhooks/${made.body.id}`)).status).toBe(404);
    expect((await me.get("/webhooks")).body).toEqual([]);
  });

  test("only HTTPS or loopback addresses and known events are accepted", async () => {
    const { person } = await start();
    const me = await person();
    for (const body of [
      { url: "http://example.com/hook", events: ["*"] },
      { url: "http://127.0.0.1.example.com/hook", events: ["*"] },
      { url: "nonsense", events: ["*"] },
      { url: "https://example.com", events: [] },
      { url: "https://example.com", events: ["card.exploded"] },
      { url: "https://example.com" },
      { url: "https://example.com", events: ["*"], secret: "" },
    ]) {
      expect((await me.post("/webhooks", body)).status, JSON.stringify(body)).toBe(400);
    }
    expect((await me.post("/webhooks", { url: "http://localhost:1/hook", events: ["*"] })).status).toBe(201);
  });

  test("variants: duplicates refused, own secret ignored, a list in data, an endpoint that must answer", async () => {
    const { person, control } = await start({ variants: { duplicateWebhooks: 409, ignoreWebhookSecret: true } });
    const me = await person();
    const hook = await endpoint();
    const made = await me.post("/webhooks", { url: hook.url, ...everything });
    expect(made.body.secret).toMatch(/^whsec_/);
    expect((await me.post("/webhooks", { url: hook.url, ...everything })).status).toBe(409);
    control.variants({ webhookList: "data", endpointCheck: "ping" });
    expect(rows((await me.get("/webhooks")).body.data)).toHaveLength(1);
    expect((await me.post("/webhooks", { url: (await endpoint(500)).url, ...everything })).status).toBe(400);
    const answering = await endpoint();
    expect((await me.post("/webhooks", { url: answering.url, ...everything })).status).toBe(201);
    expect(answering.types()).toEqual(["ping"]);
  });
});

describe("events", () => {
  test("all twelve are sent, signed over the raw body, with the object the API would return", async () => {
    const { person, control } = await start();
    const me = await person();
    const hook = await endpoint();
    await me.post("/webhooks", { url: hook.url, ...everything });
    control.deposit({ seed: me.seed, currency: "usdt", usd: 100, confirm: true });
    const { id, pan } = await me.card();
    await me.post(`/cards/${id}/fund`, { amount: 10 });
    const asked = control.purchase({ pan, amount: 10, merchant: "SPOTIFY" });
    const challengeId = asked.status === "challenge" ? asked.challengeId : "";
    const otp = String(control.challenge(challengeId).otp);
    const paid = control.answerChallenge({ challengeId, otp });
    const transactionId = paid.status === "approved" ? paid.transactionId : "";
    control.settle(transactionId);
    control.refund({ transactionId });
    control.purchase({ pan, amount: 4999, merchant: "SHOP" });
    for (const act of ["freeze", "unfreeze"]) await me.post(`/cards/${id}/${act}`);
    await me.as("DELETE", `/cards/${id}`);
    await control.idle();
    expect(hook.types()).toEqual([
      "deposit.pending",
      "deposit.confirmed",
      "card.created",
      "card.funded",
      "3ds.challenge",
      "transaction.authorized",
      "transaction.settled",
      "transaction.refunded",
      "transaction.declined",
      "card.frozen",
      "card.unfrozen",
      "card.terminated",
    ]);
    for (const { raw, headers, body } of hook.received) {
      expect(headers["x-signature"]).toBe(hmac(raw).digest("hex"));
      expect(headers["content-type"]).toBe("application/json");
      expect(Object.keys(body)).toEqual(["id", "type", "created_at", "data"]);
      expect(body.id).toMatch(/^evt_/);
    }
    const data = (type: string) => hook.received.find(({ body }) => body.type === type)?.body.data;
    expect(data("3ds.challenge")).toMatchObject({ id: challengeId, otp, merchant: "SPOTIFY" });
    expect(data("card.terminated")).toEqual((await me.get(`/cards/${id}`)).body);
    expect(data("transaction.authorized")).toMatchObject({ id: transactionId, type: "authorization", amount: -10 });
    expect(data("transaction.declined")).toMatchObject({ decline_reason: "insufficient_funds" });
    expect(control.webhooks.deliveries().every(({ outcome }) => outcome === "delivered")).toBe(true);
  });

  test("only subscribed events of the own wallet arrive, and none after deletion", async () => {
    const { person, control } = await start();
    const [me, other] = [await person(), await person()];
    const hook = await endpoint();
    const made = await me.post("/webhooks", { url: hook.url, events: ["card.frozen"] });
    const mine = await me.card();
    const theirs = await other.card();
    await other.post(`/cards/${theirs.id}/freeze`);
    await me.post(`/cards/${mine.id}/freeze`);
    await control.idle();
    expect(hook.types()).toEqual(["card.frozen"]);
    await me.as("DELETE", `/webhooks/${made.body.id}`);
    await me.post(`/cards/${mine.id}/unfreeze`);
    await me.post(`/cards/${mine.id}/freeze`);
    await control.idle();
    expect(hook.types()).toEqual(["card.frozen"]);
  });

  test("a failed delivery is tried again by the schedule, with the same bytes, until it is taken", async () => {
    const { person, control } = await start({ webhookRetryDelays: [1_000, 5_000, 60_000] });
    const me = await person();
    const hook = await endpoint(500, 404, 302);
    await me.post("/webhooks", { url: hook.url, ...everything });
    await me.card();
    await control.idle();
    const attempts = () => hook.received.length;
    expect(attempts()).toBe(1);
    await control.advance(999);
    expect(attempts()).toBe(1);
    await control.advance(1);
    expect(attempts()).toBe(2);
    await control.advance(5_000);
    expect(attempts()).toBe(3);
    await control.advance(3_600_000);
    expect(attempts()).toBe(4);
    expect(new Set(hook.received.map(({ raw }) => raw)).size).toBe(1);
    expect(control.webhooks.deliveries()).toMatchObject([
      { attempt: 1, outcome: "failed", status: 500 },
      { attempt: 2, outcome: "failed", status: 404 },
      { attempt: 3, outcome: "failed", status: 302 },
      { attempt: 4, outcome: "delivered", status: 200 },
    ]);
  });

  test("a deleted endpoint gets no retries", async () => {
    const { person, control } = await start({ webhookRetryDelays: [1_000] });
    const me = await person();
    const hook = await endpoint(500);
    const { body } = await me.post("/webhooks", { url: hook.url, ...everything });
    await me.card();
    await control.idle();
    await me.as("DELETE", `/webhooks/${body.id}`);
    await control.advance(5_000);
    expect(hook.received).toHaveLength(1);
  });

  test("it gives up after the last retry", async () => {
    const { person, control } = await start({ webhookRetryDelays: [1_000] });
    const me = await person();
    const hook = await endpoint(500, 500, 500);
    await me.post("/webhooks", { url: hook.url, ...everything });
    await me.card();
    await control.advance(86_400_000);
    expect(hook.received).toHaveLength(2);
  });
});

describe("breakdowns", () => {
  async function frozenAgain() {
    const world = await start();
    const me = await world.person();
    const hook = await endpoint();
    await me.post("/webhooks", { url: hook.url, ...everything });
    const { id } = await me.card();
    await world.control.idle();
    hook.received.length = 0;
    const run = async () => {
      for (const act of ["freeze", "unfreeze"]) await me.post(`/cards/${id}/${act}`);
      await world.control.idle();
      return hook.types();
    };
    return { ...world, me, hook, run };
  }

  test("stopped: events are lost, not late", async () => {
    const { control, run } = await frozenAgain();
    control.webhooks.stop();
    expect(await run()).toEqual([]);
    control.webhooks.resume();
    expect(await run()).toEqual(["card.frozen", "card.unfrozen"]);
  });

  test("dropped, duplicated, reordered", async () => {
    const { control, run, hook } = await frozenAgain();
    control.webhooks.faults.add({ kind: "drop", type: "card.frozen" });
    expect(await run()).toEqual(["card.unfrozen"]);
    hook.received.length = 0;
    control.webhooks.faults.add({ kind: "duplicate", type: "card.unfrozen" });
    expect(await run()).toEqual(["card.frozen", "card.unfrozen", "card.unfrozen"]);
    expect(hook.received[1]?.raw).toBe(hook.received[2]?.raw);
    hook.received.length = 0;
    control.webhooks.faults.add({ kind: "reorder" });
    expect(await run()).toEqual(["card.unfrozen", "card.frozen"]);
  });

  test("forged: the signature is well formed and wrong", async () => {
    const { control, run, hook } = await frozenAgain();
    control.webhooks.faults.add({ kind: "forge" });
    await run();
    const [forged, honest] = hook.received;
    expect(forged?.headers["x-signature"]).toMatch(/^[0-9a-f]{64}$/);
    expect(forged?.headers["x-signature"]).not.toBe(hmac(forged?.raw ?? "").digest("hex"));
    expect(honest?.headers["x-signature"]).toBe(hmac(honest?.raw ?? "").digest("hex"));
  });

  test("any event can be sent by hand", async () => {
    const { control, hook, me } = await frozenAgain();
    control.webhooks.send({ seed: me.seed, type: "card.sneezed", data: { id: "card_x" }, id: "evt_1" });
    await control.idle();
    expect(hook.received[0]?.body).toMatchObject({ id: "evt_1", type: "card.sneezed", data: { id: "card_x" } });
  });
});

describe("variants of the envelope and the signature", () => {
  test.each([
    ["hex", /^[0-9a-f]{64}$/],
    ["upper-hex", /^[0-9A-F]{64}$/],
    ["prefixed", /^sha256=[0-9a-f]{64}$/],
    ["base64", /^[\w+/]{43}=$/],
  ] as const)("%s, under another header", async (signatureEncoding, form) => {
    const { person, control } = await start({ variants: { signatureHeader: "X-CTC-Signature", signatureEncoding } });
    const me = await person();
    const hook = await endpoint();
    await me.post("/webhooks", { url: hook.url, ...everything });
    await me.card();
    await control.idle();
    const raw = hook.received[0]?.raw ?? "";
    const signature = String(hook.received[0]?.headers["x-ctc-signature"]);
    expect(signature).toMatch(form);
    const text = signature.replace("sha256=", "");
    const bytes = Buffer.from(text, signatureEncoding === "base64" ? "base64" : "hex");
    expect(bytes.equals(hmac(raw).digest())).toBe(true);
  });

  test("names, header id, flat and thin bodies", async () => {
    const { person, control } = await start();
    const me = await person();
    const hook = await endpoint();
    await me.post("/webhooks", { url: hook.url, ...everything });
    const { id } = await me.card();
    const frozen = async (envelope: NonNullable<Parameters<typeof control.variants>[0]>["envelope"]) => {
      control.variants({ envelope: { id: "id", type: "type", data: "data", shape: "nested", ...envelope } });
      hook.received.length = 0;
      await me.post(`/cards/${id}/freeze`);
      await control.idle();
      const [first] = hook.received;
      await me.post(`/cards/${id}/unfreeze`);
      await control.idle();
      return first;
    };
    expect((await frozen({ type: "event", data: "payload", id: "event_id" }))?.body).toMatchObject({
      event_id: expect.stringMatching(/^evt_/),
      event: "card.frozen",
      payload: { id },
    });
    const byHeader = await frozen({ id: "header", type: "event_type", data: "object" });
    expect(byHeader?.headers["webhook-id"]).toMatch(/^evt_/);
    expect(Object.keys(byHeader?.body ?? {})).toEqual(["event_type", "created_at", "object"]);
    expect((await frozen({ shape: "thin" }))?.body.data).toEqual({ id });
    expect((await frozen({ shape: "flat" }))?.body).toMatchObject({
      type: "card.frozen",
      card_id: id,
      status: "frozen",
    });
    expect((await frozen({ shape: "flat", id: "none", type: "event" }))?.body).toMatchObject({
      event: "card.frozen",
      id,
    });
  });
});
