import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createCryptoCardySandbox } from "../../sandbox/cryptocardy/server.ts";

const sample = (name: string): unknown => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));

const kinds: [string, RegExp][] = [
  ["time Z", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ["time +00:00", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/],
  ["id", /^(card|txn|dep|3ds|wh|req|whsec)_\w+(\.\.\.)?$/],
  ["seed", /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/],
  ["grouped number", /^\d{4} \d{4} \d{4} \d{4}$/],
  ["month/year", /^\d\d\/\d\d$/],
  ["decimal", /^\d+\.\d+$/],
];

/** What a client may rely on: names, types, and the form of ids, times and amounts. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, name === "metadata" ? "free" : shape(inner)]),
    );
  }
  if (typeof value !== "string") return typeof value;
  if (/^\d+$/.test(value)) return `${value.length} digits`;
  const kind = kinds.find(([, pattern]) => pattern.test(value))?.[0];
  const prefix = kind === "id" ? ` ${value.split("_")[0]}` : "";
  return `${kind ?? "text"}${prefix}`;
}

async function story() {
  const sandbox = await createCryptoCardySandbox({ settleAfterMs: false });
  const { control } = sandbox;
  const { seed } = control.addWallet();
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = { method, headers: { "x-seed": seed }, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return (await fetch(sandbox.url + path, init)).json();
  }
  const card = async (amount: number) => {
    const made = await call("POST", "/cards", { bin_id: "491653", amount, label: "Meta Ads Campaign #12" });
    if (typeof made !== "object" || made === null || !("id" in made)) throw new Error("no card");
    return String(made.id);
  };
  const pan = async (id: string) => {
    const details = await call("GET", `/cards/${id}/details`);
    return typeof details === "object" && details !== null && "pan" in details ? String(details.pan) : "";
  };
  return { sandbox, control, seed, call, card, pan };
}

let world: Awaited<ReturnType<typeof story>>;
let id: string;

beforeAll(async () => {
  world = await story();
  const { control, seed, call, card, pan } = world;
  control.deposit({ seed, currency: "usdt", usd: 2000, fee: 0, confirm: true });
  control.deposit({ seed, currency: "btc", usd: 500, confirm: true });
  id = await card(500);
  await call("PATCH", `/cards/${id}`, { spending_limit: 2000, metadata: { campaign: "spring_2026" } });
  const number = await pan(id);
  const paid = control.purchase({ pan: number, amount: 12.5, merchant: "FACEBK ADS", mcc: "7311", threeDs: false });
  if (paid.status === "approved") control.settle(paid.transactionId);
  control.purchase({ pan: number, amount: 9.99, merchant: "SPOTIFY", mcc: "5815" });
  return () => world.sandbox.close();
});

describe("the sandbox answers in the shapes of the documentation", () => {
  const reads: [string, () => string][] = [
    ["wallet-opened", () => "?card=visa&asset=BTC"],
    ["cards-page", () => "/cards"],
    ["card", () => `/cards/${id}`],
    ["card-details", () => `/cards/${id}/details`],
    ["transactions-page", () => "/transactions"],
    ["wallet-balance", () => "/wallet/balance"],
    ["deposit-addresses", () => "/wallet/deposit-address"],
    ["deposits", () => "/wallet/deposits?currency=btc"],
    ["bins", () => "/bins"],
    ["challenges", () => "/3ds?status=pending"],
  ];
  test.each(reads)("%s", async (name, path) => {
    expect(shape(await world.call("GET", path()))).toEqual(shape(sample(name)));
  });

  test("webhook-created", async () => {
    const request = { url: "https://yourapp.com/webhooks/ctc", events: ["transaction.authorized"] };
    expect(shape(await world.call("POST", "/webhooks", request))).toEqual(shape(sample("webhook-created")));
  });

  test("error", async () => {
    const refused = await world.call("POST", `/cards/${id}/fund`, { amount: 5000 });
    expect(refused).toMatchObject({ ...Object(sample("error")), request_id: expect.any(String) });
    expect(shape(refused)).toEqual(shape(sample("error")));
  });

  test("card-frozen, card-terminated", async () => {
    const other = await world.card(10);
    expect(shape(await world.call("POST", `/cards/${other}/freeze`))).toEqual(shape(sample("card-frozen")));
    expect(shape(await world.call("DELETE", `/cards/${other}`))).toEqual(shape(sample("card-terminated")));
  });
});

describe("the figures of the documentation come out of the sandbox", () => {
  test("the two documented BINs, field by field", async () => {
    const found = Object(await world.call("GET", "/bins"));
    expect(found.data).toEqual(expect.arrayContaining(Object(sample("bins")).data));
  });

  test("the documented deposit: rate, fee and credit", async () => {
    const found = Object(await world.call("GET", "/wallet/deposits?currency=btc"));
    const { amount_crypto, amount_usd, fee_usd, credited_usd, confirmations } = Object(sample("deposits")).data[0];
    expect(found.data[0]).toMatchObject({ amount_crypto, amount_usd, fee_usd, credited_usd, confirmations });
  });

  test("the documented funding: every balance in it", async () => {
    const { sandbox, control, seed, call, card } = await story();
    onTestFinished(() => sandbox.close());
    control.deposit({ seed, currency: "usdt", usd: 2000, fee: 0, confirm: true });
    const own = await card(487.5);
    expect(await call("POST", `/cards/${own}/fund`, { amount: 200 })).toEqual({
      ...Object(sample("card-funded")),
      id: own,
    });
  });

  test("the documented wallet: what was deposited is what is left and what left", () => {
    const { balance, total_deposited, total_spent } = Object(sample("wallet-balance"));
    expect(total_deposited - total_spent).toBe(balance);
  });
});
