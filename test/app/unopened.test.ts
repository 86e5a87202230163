import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../src/config/config.ts";
import { createStore } from "../../src/store/store.ts";
import { createKeyring } from "../../src/vault/index.ts";
import { loseSeed } from "../accounts/world.ts";
import { cardOf } from "../bot/features/hands.ts";
import { freshSeed, someone, tap } from "../people.ts";
import { startWorld } from "../world.ts";

test("a person and an operation that do not open keep the program neither from starting nor from sweeping others", async () => {
  const world = await startWorld({ webhooks: false });
  const { person, seed } = await someone(world, { dollars: 50 });
  const card = await cardOf(world, seed, "Ads");
  await world.stop();
  const raw = new Redis(world.redisUrl);
  onTestFinished(() => raw.disconnect());
  const [record = ""] = await raw.keys("p:*");
  await raw.copy(record, "p:1");
  await raw.copy(record, "o:lost");
  await raw.zadd("open:", Date.now(), "lost");
  await world.restart();
  const paid = world.cryptocardy.control.purchase({ pan: card.pan, amount: 5, merchant: "SPOTIFY", threeDs: false });
  expect(paid.status).toBe("approved");
  await person.waitFor(/SPOTIFY/);
  await expect.poll(() => world.logged.join("")).toContain("a record that does not open is skipped");
});

test("/panic freezes the cards of the other wallets when the seed of one does not open, and says which it is", async () => {
  const world = await startWorld();
  const { control } = world.cryptocardy;
  const { person, seed } = await someone(world, { dollars: 50 });
  await cardOf(world, seed, "Ads");
  const other = freshSeed();
  control.addWallet(other);
  await person.send(other);
  await tap(person, "Connect");
  await expect.poll(() => control.state(other).webhooks).toHaveLength(1);
  const redis = new Redis(world.redisUrl);
  onTestFinished(() => redis.disconnect());
  const config = loadConfig(world.env);
  if (!config.ok) throw new Error("no configuration");
  const store = createStore({ redis, keyring: createKeyring(config.value.encryptionKeys), clock: Date });
  const found: { userId: number; walletId: string; name: string }[] = [];
  for await (const { id, wallets } of store.people.scan()) {
    for (const wallet of wallets.slice(1)) found.push({ userId: id, walletId: wallet.id, name: wallet.name });
  }
  for (const { userId, walletId } of found) await loseSeed({ store }, userId, walletId);
  await person.send("/panic");
  const { text } = await person.waitFor("Not everything is frozen");
  expect(text).toContain(found[0]?.name ?? "no wallet");
  expect(control.state(seed).cards.map(({ status }) => status)).toEqual(["frozen"]);
});
