import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { cardOf } from "../bot/features/hands.ts";
import { someone } from "../people.ts";
import { startWorld } from "../world.ts";

test("a person and an operation that do not open keep the program neither from starting nor from sweeping others", {
  timeout: 60_000,
}, async () => {
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
  await person.waitFor(/SPOTIFY/, { timeoutMs: 20_000 });
  expect(world.logged.join("")).toContain("a record that does not open is skipped");
});
