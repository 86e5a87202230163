import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createMetrics } from "../../src/http/metrics.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createTestLog } from "../accounts/world.ts";

type Options = { updates?: object[]; ready?: { ok: true } | { ok: false; reason: string }; fails?: boolean };

async function serverWorld({ updates = [], ready = { ok: true }, fails = false }: Options = {}) {
  const log = createTestLog();
  const metrics = createMetrics();
  const bodies: string[] = [];
  const server = createHttpServer({
    config: { host: "127.0.0.1", port: 0 },
    receiver: async ({ token, rawBody }) => {
      if (fails) throw new Error(`secret ${token}`);
      bodies.push(rawBody.toString());
      return { status: 200, body: "{}" };
    },
    reveal: {
      page: async () => ({ status: 200, body: "<p>door</p>", headers: { "content-type": "text/html" } }),
      show: async () => ({ status: 410, body: "<p>gone</p>", headers: { "content-type": "text/html" } }),
    },
    telegram: {
      secret: createSecret("telegram-secret"),
      handle: async (update) => {
        if (fails) throw new Error("secret update");
        updates.push(update);
      },
    },
    readiness: async () => ready,
    metrics,
    log,
  });
  const { url, port } = await server.listen();
  onTestFinished(() => server.close());
  return { url, port, log, metrics, updates, bodies, server };
}

const telegram = (url: string, body: string, secret?: string) =>
  fetch(`${url}/hooks/telegram`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...(secret && { "x-telegram-bot-api-secret-token": secret }) },
  });

test("an update is taken with the right secret only", async () => {
  const { url, updates } = await serverWorld();
  expect((await telegram(url, '{"update_id":1}')).status).toBe(401);
  expect((await telegram(url, '{"update_id":1}', "wrong")).status).toBe(401);
  expect((await telegram(url, '{"update_id":1}', "telegram-secret")).status).toBe(200);
  expect((await telegram(url, "[]", "telegram-secret")).status).toBe(400);
  expect(updates).toEqual([{ update_id: 1 }]);
});

test("an update that could not be handled is answered 500, so that it comes again", async () => {
  const { url } = await serverWorld({ fails: true });
  expect((await telegram(url, '{"update_id":1}', "telegram-secret")).status).toBe(500);
});

test("a failure tells neither the caller nor the log what was sent", async () => {
  const { url, log } = await serverWorld({ fails: true });
  const answer = await fetch(`${url}/hooks/cryptocardy/my-token`, { method: "POST", body: "{}" });
  expect([answer.status, await answer.json()]).toEqual([500, { success: false, error: "internal" }]);
  expect(log.lines).toHaveLength(1);
  expect(JSON.stringify(log.lines)).not.toMatch(/my-token|secret/);
});

test("an event is taken whole, however it was sent, and refused when it is too long", async () => {
  const { url, bodies } = await serverWorld();
  const post = (body: string | ReadableStream, query = "") =>
    fetch(`${url}/hooks/cryptocardy/my-token${query}`, { method: "POST", body, duplex: "half" });
  const long = "é".repeat(32 * 1024);
  const answers = [await post(long), await post(new Blob(["in parts"]).stream()), await post("asked", "?a=b")];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual(["no-store", "no-store", "no-store"]);
  expect(bodies).toEqual([long, "in parts", "asked"]);
  expect((await post(`${long}.`)).status).toBe(413);
  expect((await post(new Blob([`${long}.`]).stream())).status).toBe(413);
});

test("what is not there is 404 in JSON, a wrong method 405 with those allowed", async () => {
  const { url } = await serverWorld();
  const missing = await fetch(`${url}/admin`);
  expect([missing.status, await missing.json()]).toEqual([404, { success: false, error: "not_found" }]);
  const wrong = await fetch(`${url}/healthz`, { method: "POST" });
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect((await fetch(`${url}/r/token`, { method: "DELETE" })).status).toBe(405);
});

test("health is about the process, readiness about what it needs", async () => {
  const { url } = await serverWorld({ ready: { ok: false, reason: "Redis does not answer" } });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ok: false, reason: "Redis does not answer" }]);
});

test("metrics are there for Prometheus", async () => {
  const { url, metrics } = await serverWorld();
  metrics.eventReceived("3ds.challenge");
  metrics.eventRefused("bad_signature");
  metrics.noticeDelivered("code", "delivered", 120);
  metrics.apiCalled({ method: "GET", status: 200, ms: 80 });
  metrics.watchDepths(async () => ({ codes: { waiting: 2 } }));
  const text = await (await fetch(`${url}/metrics`)).text();
  for (const line of [
    'cryptocardy_events_received_total{type="3ds.challenge"} 1',
    'cryptocardy_events_refused_total{reason="bad_signature"} 1',
    'notices_delivered_total{notice="code",outcome="delivered"} 1',
    'notices_latency_seconds_bucket{le="0.25",notice="code"} 1',
    'cryptocardy_calls_total{method="GET",status="200"} 1',
    'queue_jobs{lane="codes",state="waiting"} 2',
  ]) {
    expect(text).toContain(line);
  }
});

test("closing answers the request that runs, and takes no other", async () => {
  const { url, port, server } = await serverWorld();
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await server.close();
  const refused = new Promise((resolve) => connect(port, "127.0.0.1").once("error", () => resolve("refused")));
  expect(await refused).toBe("refused");
});

test("a signed event is taken whatever its content is called, or if it is not called anything", async () => {
  const { url } = await serverWorld();
  for (const type of ["application/json", "text/plain", "garbage", ";", "application/json; charset=utf-16"]) {
    const answer = await fetch(`${url}/hooks/cryptocardy/t`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": type },
    });
    expect(answer.status, type).toBe(200);
  }
});

test("an address that makes no sense is refused in the words of every other refusal", async () => {
  const { url } = await serverWorld();
  const broken = await fetch(`${url}/r/%zz`);
  expect([broken.status, await broken.json()]).toEqual([400, { success: false, error: "bad_request" }]);
  expect((await fetch(`${url}/r/${"x".repeat(5_000)}`)).status).toBe(200);
});
