import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { openWallet } from "../../src/cryptocardy/open-wallet.ts";
import type { Admit, CallMetric } from "../../src/cryptocardy/transport.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { sample } from "../contract/samples.ts";
import { freshPort } from "../fresh-port.ts";
import { clientOf, failureOf, noJitter, SEED, startApi, transportTo } from "./fake-api.ts";

const KEY = { idempotencyKey: "key-1" };
const FINE = { body: sample("wallet-balance") };
const HANG_UP = (response: { destroy(): void }): void => response.destroy();

/** The address of a port where nobody listens. */
const nobody = async (): Promise<string> => `http://127.0.0.1:${await freshPort()}/v1/api`;

describe("reads", () => {
  test.each([408, 425, 500, 502, 503, 504])("are repeated after %i", async (status) => {
    const api = await startApi((_, index) => (index === 0 ? { status } : FINE));
    expect((await clientOf(api.apiUrl).wallet.balance()).balance).toBe(131_250);
    expect(api.received).toHaveLength(2);
  });

  test("are repeated after a broken connection", async () => {
    const api = await startApi((_, index) => (index === 0 ? HANG_UP : FINE));
    expect((await clientOf(api.apiUrl).wallet.balance()).balance).toBe(131_250);
  });

  test("are given up after three repetitions", async () => {
    const api = await startApi(() => ({ status: 503, body: "<html>down</html>" }));
    expect(await failureOf(clientOf(api.apiUrl).wallet.balance())).toMatchObject({ kind: "unavailable", status: 503 });
    expect(api.received).toHaveLength(4);
  });

  test.each([400, 401, 402, 403, 404, 405, 422])("are not repeated after %i", async (status) => {
    const api = await startApi(() => ({ status }));
    await failureOf(clientOf(api.apiUrl).wallet.balance());
    expect(api.received).toHaveLength(1);
  });

  test("under way at the same time get one answer, for one wallet only", async () => {
    const api = await startApi(() => (response) => setImmediate(() => response.end(FINE.body)));
    const transport = transportTo(api.apiUrl);
    const mine = createCryptoCardyClient({ seed: createSecret(SEED), transport });
    const alsoMine = createCryptoCardyClient({ seed: createSecret(SEED), transport });
    const theirs = createCryptoCardyClient({ seed: createSecret("ffff-6e88-036c-761c"), transport });
    await Promise.all([mine.wallet.balance(), alsoMine.wallet.balance(), theirs.wallet.balance()]);
    expect(api.received).toHaveLength(2);
    await mine.wallet.balance();
    expect(api.received).toHaveLength(3);
  });

  test("after a write do not share the answer of one that began before it", async () => {
    const held: (() => void)[] = [];
    const api = await startApi(({ method }, index) => (response) => {
      if (method === "POST") return response.end(sample("card-frozen"));
      const answer = () =>
        response.end(JSON.stringify({ ...JSON.parse(sample("card")), status: index === 0 ? "active" : "frozen" }));
      if (index > 0) return answer();
      held.push(answer);
    });
    const client = clientOf(api.apiUrl);
    const before = client.cards.get("card_1");
    await expect.poll(() => held.length).toBe(1);
    await client.cards.freeze("card_1");
    expect((await client.cards.get("card_1")).status).toBe("frozen");
    for (const release of held) release();
    expect((await before).status).toBe("active");
  });
});

describe("writes", () => {
  test("are not repeated when they may have arrived", async () => {
    const broken = await startApi(() => HANG_UP);
    expect(await failureOf(clientOf(broken.apiUrl).cards.fund("card_1", 100, KEY))).toMatchObject({
      kind: "unavailable",
      sent: true,
    });
    expect(broken.received).toHaveLength(1);

    const failing = await startApi(() => ({ status: 500, body: { error: "insufficient_funds" } }));
    expect(await failureOf(clientOf(failing.apiUrl).cards.fund("card_1", 100, KEY))).toMatchObject({
      kind: "unavailable",
      sent: true,
      status: 500,
    });
    expect(failing.received).toHaveLength(1);
  });

  test("that never left are told apart", async () => {
    const metrics: CallMetric[] = [];
    const client = clientOf(await nobody(), { onCall: (metric) => metrics.push(metric) });
    const failure = await failureOf(client.cards.fund("card_1", 100, KEY));
    expect(failure).toMatchObject({ kind: "unavailable", sent: false, reason: "ECONNREFUSED" });
    expect(metrics.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
  });

  test("refused with 429 are repeated under the same key", async () => {
    const api = await startApi((_, index) =>
      index === 0
        ? { status: 429, headers: { "retry-after": "0" }, body: { error: "rate_limited" } }
        : { body: sample("card-funded") },
    );
    expect((await clientOf(api.apiUrl).cards.fund("card_1", 20_000, KEY)).newBalance).toBe(68_750);
    expect(api.received.map(({ headers }) => headers["x-idempotency-key"])).toEqual(["key-1", "key-1"]);
  });

  test("do not share an answer", async () => {
    const api = await startApi(() => ({ body: sample("card-funded") }));
    const client = clientOf(api.apiUrl);
    await Promise.all([client.cards.fund("card_1", 100, KEY), client.cards.fund("card_1", 100, KEY)]);
    expect(api.received).toHaveLength(2);
  });
});

describe("opening a wallet", () => {
  test("is not repeated when it may have made one", async () => {
    const api = await startApi((_, index) => (index === 0 ? { status: 503 } : HANG_UP));
    const transport = transportTo(api.apiUrl);
    expect(await failureOf(openWallet({ transport }))).toMatchObject({ kind: "unavailable", sent: true, status: 503 });
    expect(await failureOf(openWallet({ transport }))).toMatchObject({ kind: "unavailable", sent: true });
    expect(api.received).toHaveLength(2);
  });

  test("makes as many wallets as were asked for at the same time", async () => {
    const api = await startApi(() => ({ body: sample("wallet-opened") }));
    const transport = transportTo(api.apiUrl);
    await Promise.all([openWallet({ transport }), openWallet({ transport })]);
    expect(api.received).toHaveLength(2);
  });
});

describe("a limit of the API", () => {
  test("that lasts longer than a person is left waiting is told at once, with its end", async () => {
    const api = await startApi(() => ({ status: 429, headers: { "retry-after": "6" } }));
    expect(await failureOf(clientOf(api.apiUrl).cards.freeze("card_1", KEY))).toMatchObject({
      kind: "rate-limited",
      retryAfterMs: 6_000,
    });
    expect(api.received).toHaveLength(1);
  });

  test("is told to whoever counts", async () => {
    const metrics: CallMetric[] = [];
    const headers = { "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "7" };
    const api = await startApi(() => ({ ...FINE, headers }));
    await clientOf(api.apiUrl, { onCall: (metric) => metrics.push(metric) })
      .cards.list()
      .catch(() => undefined);
    expect(metrics).toMatchObject([
      {
        method: "GET",
        route: "/cards",
        lane: "person",
        attempt: 1,
        status: 200,
        budget: { limit: 1000, remaining: 7 },
      },
    ]);
  });
});

describe("our budget", () => {
  test("is asked before anything leaves, without the seed", async () => {
    const asked: Parameters<Admit>[0][] = [];
    const api = await startApi(() => ({ body: sample("card-details") }));
    const admit: Admit = async (call) => {
      asked.push(call);
      return { ok: true };
    };
    await clientOf(api.apiUrl, { admit }).cards.details("card_1");
    expect(asked).toEqual([{ lane: "person", resource: "details", seedHash: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
  });

  test("that opens soon is waited for", async () => {
    const api = await startApi(() => FINE);
    let turns = 0;
    const admit: Admit = async () => (turns++ === 0 ? { ok: false, retryAfterMs: 5 } : { ok: true });
    expect((await clientOf(api.apiUrl, { admit }).wallet.balance()).balance).toBe(131_250);
  });

  test("is not waited for by a read that can be asked again, if that takes long; a write waits", async () => {
    const api = await startApi(() => FINE);
    let turns = 0;
    const admit: Admit = async () => (turns++ === 0 ? { ok: false, retryAfterMs: 1_500 } : { ok: true });
    const transport = transportTo(api.apiUrl, { admit });
    const client = createCryptoCardyClient({ seed: createSecret("seed"), transport, readPatienceMs: 1_000 });
    expect(await failureOf(client.wallet.balance())).toMatchObject({ kind: "rate-limited", retryAfterMs: 1_500 });
    turns = 0;
    await client.cards.freeze("card_1", { idempotencyKey: "k" }).catch(() => undefined);
    expect(api.received.map(({ method }) => method)).toEqual(["POST"]);
  });

  test("that stays shut is told, and nothing leaves", async () => {
    const api = await startApi(() => FINE);
    const admit: Admit = async () => ({ ok: false, retryAfterMs: 6_000 });
    expect(await failureOf(clientOf(api.apiUrl, { admit }).wallet.balance())).toMatchObject({
      kind: "rate-limited",
      sent: false,
      retryAfterMs: 6_000,
    });
    expect(api.received).toHaveLength(0);
  });
});

describe("a server that does not answer", () => {
  test("is waited for no longer than the deadline", async () => {
    const api = await startApi(() => () => undefined);
    const client = clientOf(api.apiUrl, { timeouts: { personDeadline: 60 } });
    expect(await failureOf(client.wallet.balance())).toMatchObject({
      kind: "unavailable",
      sent: true,
      reason: "deadline",
    });
  });

  test("is told apart from one that stops in the middle", async () => {
    const api = await startApi(() => (response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{");
    });
    const client = clientOf(api.apiUrl, { timeouts: { body: 30, personDeadline: 400 } });
    expect(await failureOf(client.cards.fund("card_1", 100, KEY))).toMatchObject({ kind: "unavailable", sent: true });
  });

  test("is left alone after five failures, and tried again after twenty seconds", async () => {
    let down = true;
    let now = 1_000_000;
    const api = await startApi(() => (down ? { status: 503 } : FINE));
    const transport = transportTo(api.apiUrl, { clock: { now: () => now } });
    const client = createCryptoCardyClient({ seed: createSecret(SEED), transport });
    for (let call = 0; call < 5; call += 1) await failureOf(client.cards.freeze("card_1"));
    expect(await failureOf(client.wallet.balance())).toMatchObject({
      reason: "circuit-open",
      sent: false,
      retryAfterMs: 20_000,
    });
    expect(api.received).toHaveLength(5);
    expect(transport.isAnswering()).toBe(false);

    now += 20_000;
    await failureOf(client.cards.freeze("card_1"));
    expect(await failureOf(client.cards.freeze("card_1"))).toMatchObject({ reason: "circuit-open" });
    expect(api.received).toHaveLength(6);

    now += 20_000;
    down = false;
    expect((await client.wallet.balance()).balance).toBe(131_250);
    expect(transport.isAnswering()).toBe(true);
  });
});

describe("what a failure tells", () => {
  test("is never the seed, the address, headers or bodies", async () => {
    const message = `Seed ${SEED} may not use card 4916 5312 8847 2039, see https://cryptocardy.com/cards?seed=${SEED}`;
    const api = await startApi(() => ({ status: 400, body: { error: "bad_request", message, request_id: "req_1" } }));
    const failures = [
      await failureOf(clientOf(api.apiUrl).cards.fund("card_1", 12_345, { idempotencyKey: "key-secret" })),
      await failureOf(clientOf(await nobody()).cards.freeze("card_1")),
    ];
    for (const failure of failures) {
      const everything =
        inspect(failure, { depth: 9, showHidden: true }).replace(/at .*\n/g, "") + JSON.stringify(failure);
      expect(everything).not.toMatch(/c4f4|4916|2039|cryptocardy\.com|127\.0\.0\.1|key-secret|123\.45|x-seed/i);
    }
    expect(failures[0]).toMatchObject({ kind: "rejected", code: "bad_request", requestId: "req_1" });
  });

  test("is the path of a missing field, not what was there", async () => {
    const page = JSON.parse(sample("cards-page"));
    page.data[0].balance = "4916531288472039x";
    const api = await startApi(() => ({ body: page }));
    const failure = await failureOf(clientOf(api.apiUrl).cards.list());
    expect(failure).toMatchObject({ kind: "malformed", field: "data.0.balance" });
    expect(inspect(failure)).not.toContain("4916531288472039");
  });

  test("is malformed for a page of HTML that claims to be fine", async () => {
    const api = await startApi(() => ({ body: "<html>" }));
    expect(await failureOf(clientOf(api.apiUrl).wallet.balance())).toMatchObject({ kind: "malformed", status: 200 });
  });

  test("counts for an error in an answer that claims to be fine", async () => {
    const api = await startApi(() => ({ body: { success: false, error: "unauthorized", message: "No." } }));
    expect(await failureOf(clientOf(api.apiUrl).wallet.balance())).toMatchObject({ kind: "unauthorized", text: "No." });
  });
});

test("a redirect is not followed: the seed goes to one host", async () => {
  const elsewhere = await startApi(() => FINE);
  const api = await startApi(() => ({ status: 302, headers: { location: `${elsewhere.apiUrl}/wallet/balance` } }));
  expect((await failureOf(clientOf(api.apiUrl).wallet.balance())).kind).toBe("unavailable");
  expect(elsewhere.received).toHaveLength(0);
});

test.each(["..", ".", "", "a/b", "a?b", "a#b", "a b", "%2e%2e"])("an id such as %j leads nowhere", async (id) => {
  const api = await startApi(() => ({ body: sample("card") }));
  expect(await failureOf(clientOf(api.apiUrl).cards.get(id))).toMatchObject({ kind: "not-found", sent: false });
  expect(api.received).toHaveLength(0);
});

test.each(["", "a\nb", "сид", "x".repeat(200)])("a seed such as %j is refused before anything leaves", async (seed) => {
  const api = await startApi(() => FINE);
  const client = createCryptoCardyClient({ seed: createSecret(seed), transport: transportTo(api.apiUrl) });
  expect(await failureOf(client.wallet.balance())).toMatchObject({ kind: "unauthorized", sent: false });
});

test("a caller who gives up is answered at once", async () => {
  const api = await startApi(() => () => undefined);
  const giveUp = new AbortController();
  const transport = transportTo(api.apiUrl, { timeouts: { personDeadline: 300 }, random: noJitter });
  const client = createCryptoCardyClient({ seed: createSecret(SEED), transport, signal: giveUp.signal });
  const answer = failureOf(client.wallet.balance());
  giveUp.abort();
  expect(await answer).toMatchObject({ kind: "unavailable", reason: "cancelled" });
  expect(await failureOf(client.wallet.balance())).toMatchObject({ reason: "cancelled", sent: false });
});
