import { expect, onTestFinished, test } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { systemRandom } from "../../src/lib/random.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createReveal } from "../../src/reveal/reveal.ts";
import { ADA, accountsWorld, connected, SEED } from "../accounts/world.ts";
import { dump } from "../store/world.ts";

async function revealWorld() {
  const base = await accountsWorld();
  const { store, accounts, clock, log, transport } = base;
  const shown: string[] = [];
  const parts = { accounts, store, defaultLocale: "en", clock, random: systemRandom, log } as const;
  const onShown = async (_user: number, walletId: string) => void shown.push(walletId);
  const reveal = createReveal({ ...parts, publicUrl: new URL("https://bot.example/base"), onShown });
  const server = createHttpServer({
    config: { host: "127.0.0.1", port: 0 },
    receiver: async () => ({ status: 404, body: "{}" }),
    reveal,
    readiness: async () => ({ ok: true }),
    metrics: { text: async () => "" },
    log,
  });
  const { url } = await server.listen();
  onTestFinished(() => server.close());
  const walletId = await connected(base);
  const client = createCryptoCardyClient({ seed: createSecret(SEED), transport });
  const card = await client.cards.create({ binId: "491653", amount: 5_000, label: "A & B" }, { idempotencyKey: "c" });
  await store.directory.remember(ADA, walletId, { [card.id]: { last4: card.last4, label: "A & B" } });
  const details = await client.cards.details(card.id);
  const pan = details.pan.reveal();
  const grouped = pan.replace(/(.{4})(?=.)/g, "$1 ");

  const link = async (): Promise<string> => {
    const issued = await reveal.issueLink(ADA, walletId, card.id);
    if (!issued) throw new Error("no link");
    expect(issued.href).toMatch(/^https:\/\/bot\.example\/base\/r\/[\w-]{43}$/);
    return `${url}/r/${issued.pathname.split("/").at(-1)}`;
  };
  return { ...base, parts, reveal, link, url, walletId, card, pan, grouped, cvv: details.cvv.reveal(), shown };
}

const post = (address: string) => fetch(address, { method: "POST" });

test("the page shows nothing until its button posts, and then shows the details once", async () => {
  const { link, grouped, cvv, shown, walletId } = await revealWorld();
  const address = await link();
  for (let n = 0; n < 3; n++) {
    const door = await fetch(address);
    const text = await door.text();
    expect(door.status).toBe(200);
    expect(text).toContain('<form method="post">');
    expect(text).not.toContain(grouped);
  }
  const first = await post(address);
  const text = await first.text();
  expect(first.status).toBe(200);
  for (const part of [grouped, `>${cvv}<`, "A &amp; B"]) expect(text).toContain(part);
  const second = await post(address);
  expect(second.status).toBe(410);
  expect(await second.text()).toContain("Already shown");
  expect((await fetch(address)).status).toBe(410);
  expect(shown).toEqual([walletId]);
});

test("of many who press at the same moment one sees the details", async () => {
  const { link, grouped } = await revealWorld();
  const address = await link();
  const texts = await Promise.all(Array.from({ length: 5 }, async () => (await post(address)).text()));
  expect(texts.filter((text) => text.includes(grouped))).toHaveLength(1);
});

test("a link is dead after two minutes, and says so", async () => {
  const { link, clock } = await revealWorld();
  const address = await link();
  clock.at += 2 * 60_000 + 1;
  const answer = await post(address);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain("Link expired");
});

test("an unknown link is 404", async () => {
  const { url } = await revealWorld();
  expect((await fetch(`${url}/r/nothing`)).status).toBe(404);
  expect((await post(`${url}/r/nothing`)).status).toBe(404);
});

test("no cache, no frame, no script or style from elsewhere, no referrer", async () => {
  const { link } = await revealWorld();
  const { headers } = await post(await link());
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-frame-options")).toBe("DENY");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
});

test("the page speaks the person's language", async () => {
  const { link, store } = await revealWorld();
  await store.people.update(ADA, (person) => person && { ...person, locale: "ru" as const });
  expect(await (await fetch(await link())).text()).toContain("Показать один раз");
});

test("when the API does not answer nothing is used up", async () => {
  const { link, control, grouped } = await revealWorld();
  const address = await link();
  control.faults.add({ method: "GET", path: "/cards/*/details", times: 10, kind: "status", status: 400 });
  const failed = await post(address);
  expect(failed.status).toBe(503);
  control.faults.clear();
  expect(await (await post(address)).text()).toContain(grouped);
});

test("a link to a card of a wallet that was removed shows nothing", async () => {
  const { link, accounts, walletId, grouped } = await revealWorld();
  const address = await link();
  await accounts.remove(ADA, walletId);
  const answer = await post(address);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain(grouped);
});

test("neither the link nor the number lies in Redis or in the log", async () => {
  const { link, raw, pan, cvv, log } = await revealWorld();
  const address = await link();
  const token = address.split("/").at(-1) ?? "";
  await post(address);
  const kept = (await dump(raw)) + JSON.stringify(log.lines);
  for (const secret of [token, pan, `"${cvv}"`]) expect(kept).not.toContain(secret);
});

test("without a public address there are no links", async () => {
  const { parts, walletId, card } = await revealWorld();
  expect(await createReveal(parts).issueLink(ADA, walletId, card.id)).toBeUndefined();
});
