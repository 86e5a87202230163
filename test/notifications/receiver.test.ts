import { createHmac } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { createHttpServer } from "../../src/http/server.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createReceiver } from "../../src/notifications/receive/receiver.ts";
import { createQueues, type Queues } from "../../src/queue/queues.ts";
import { createTestLog } from "../accounts/world.ts";
import { storeWorld } from "../store/world.ts";

const SECRET = "5f1d8c02";
const TOKEN = "a-random-token";
const BODY = JSON.stringify({ id: "evt_1", type: "ping", data: { id: "x" } });
const CODE = JSON.stringify({
  id: "evt_2",
  type: "3ds.challenge",
  data: { id: "3ds_1", card_id: "c", merchant: "M", amount: 1, otp: "112233", status: "pending" },
});

const sign = (body: string, secret = SECRET): string => createHmac("sha256", secret).update(body).digest("hex");

async function receiverWorld({ onlyHeader, add }: { onlyHeader?: string; add?: Queues["add"] } = {}) {
  const base = await storeWorld();
  const log = createTestLog();
  const queues = createQueues({ redis: base.redis, keyring: base.keyring, log });
  const counted: string[] = [];
  const looks: string[] = [];
  const look = (token: string) => {
    looks.push(token);
    return base.store.hooks.get(token);
  };
  const receiver = createReceiver({
    hooks: { ...base.store.hooks, get: look },
    queues: add ? { add } : queues,
    clock: base.clock,
    log,
    metrics: {
      eventReceived: (type) => void counted.push(`received ${type}`),
      eventRefused: (reason) => void counted.push(`refused ${reason}`),
      eventUnknown: () => void counted.push("unknown"),
    },
    ...(onlyHeader && { onlyHeader }),
  });
  const nothing = async () => ({ status: 404, body: "{}" });
  const server = createHttpServer({
    config: { host: "127.0.0.1", port: 0 },
    receiver,
    reveal: { page: nothing, show: nothing },
    readiness: async () => ({ ok: true }),
    metrics: { text: async () => "" },
    log,
  });
  const { url } = await server.listen();
  await base.store.hooks.put(TOKEN, { userId: 7, walletId: "w1", secrets: [createSecret(SECRET)] });
  onTestFinished(async () => {
    await server.close();
    await queues.close();
  });
  const post = (body: string, headers: Record<string, string> = {}, token = TOKEN) =>
    fetch(`${url}/hooks/cryptocardy/${token}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
  return { ...base, queues, counted, looks, log, url, post };
}

test("a signed event is queued and acknowledged", async () => {
  const { post, queues, counted } = await receiverWorld();
  const answer = await post(CODE, { "x-signature": sign(CODE) });
  expect([answer.status, await answer.json()]).toEqual([200, { success: true }]);
  expect((await queues.depths()).codes.waiting).toBe(1);
  expect(counted).toEqual(["received 3ds.challenge"]);
});

test.each([
  ["no signature", {}],
  ["a wrong signature", { "x-signature": sign(CODE, "other") }],
  ["a signature of other bytes", { "x-signature": sign(`${CODE} `) }],
  ["a signature in an unknown header", { "x-sig": sign(CODE) }],
])("%s is refused with 401 and nothing is queued", async (_name, headers) => {
  const { post, queues } = await receiverWorld();
  expect((await post(CODE, headers)).status).toBe(401);
  expect((await queues.depths()).codes.waiting).toBe(0);
});

test("an unknown token is 404, a revoked one 410", async () => {
  const { post, store } = await receiverWorld();
  expect((await post(BODY, { "x-signature": sign(BODY) }, "nobody")).status).toBe(404);
  await store.hooks.revoke(TOKEN);
  expect((await post(BODY, { "x-signature": sign(BODY) })).status).toBe(410);
});

test("what is not JSON is 400, but only when the signature holds", async () => {
  const { post } = await receiverWorld();
  expect((await post("not json", { "x-signature": sign("not json") })).status).toBe(400);
  expect((await post("not json", { "x-signature": sign("else") })).status).toBe(401);
});

test("more than 64 KiB is 413", async () => {
  const { post } = await receiverWorld();
  const large = JSON.stringify({ type: "ping", pad: "x".repeat(65_537) });
  expect((await post(large, { "x-signature": sign(large) })).status).toBe(413);
});

test("a look at the address answers 200, and tells nothing of the token", async () => {
  const { url } = await receiverWorld();
  for (const token of [TOKEN, "nobody"]) {
    const address = `${url}/hooks/cryptocardy/${token}`;
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(address, { method: "PUT", body: "{}" })).status).toBe(405);
  }
});

test("pings and events of unknown types are acknowledged and named in the log", async () => {
  const { post, log, counted } = await receiverWorld();
  expect((await post(BODY, { "x-signature": sign(BODY) })).status).toBe(200);
  expect(log.lines).toContainEqual(expect.objectContaining({ fields: { name: "ping" } }));
  expect(counted).toContain("unknown");
});

test("the header that verified first is pinned: another one does not count any more", async () => {
  const { post, store } = await receiverWorld();
  expect((await post(BODY, { "x-ctc-signature": sign(BODY) })).status).toBe(200);
  expect(await store.hooks.get(TOKEN)).toMatchObject({ header: "x-ctc-signature" });
  expect((await post(CODE, { "x-signature": sign(CODE) })).status).toBe(401);
  expect((await post(CODE, { "x-ctc-signature": sign(CODE) })).status).toBe(200);
});

test("a configured header is the only one that counts", async () => {
  const { post } = await receiverWorld({ onlyHeader: "X-My-Signature" });
  expect((await post(CODE, { "x-signature": sign(CODE) })).status).toBe(401);
  expect((await post(CODE, { "x-my-signature": sign(CODE) })).status).toBe(200);
});

test("the same event is queued once, however often it comes", async () => {
  const { post, queues } = await receiverWorld();
  for (let n = 0; n < 3; n++) expect((await post(CODE, { "x-signature": sign(CODE) })).status).toBe(200);
  expect((await queues.depths()).codes.waiting).toBe(1);
});

test("what cannot be made durable is answered 503 with Retry-After, and soon", async () => {
  const { post } = await receiverWorld({ add: () => new Promise(() => undefined) });
  const began = performance.now();
  const answer = await post(CODE, { "x-signature": sign(CODE) });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("a burst of events looks the hook up once", async () => {
  const { post, looks } = await receiverWorld();
  const events = Array.from({ length: 30 }, (_, n) => CODE.replace("evt_2", `evt_burst${n}`));
  const answers = await Promise.all(events.map((body) => post(body, { "x-signature": sign(body) })));
  // On a machine that is too busy some are refused with 503, to be sent again: that is no second look.
  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect(looks).toHaveLength(1);
});
