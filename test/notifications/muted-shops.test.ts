import { expect, test } from "vitest";
import { isMuted, MOST_SHOPS, withoutShop, withShop } from "../../src/notifications/muted-shops.ts";
import { type Chosen, readPreferences } from "../../src/notifications/preferences.ts";
import { ADA, type Message, type NoticesWorld, noticesWorld } from "./world.ts";

const choose = (world: NoticesWorld, notices: Chosen) =>
  world.store.people.update(ADA, (person) => person && { ...person, settings: { notices } });
const push = ({ chat }: NoticesWorld, text: string): Message | undefined =>
  chat.messages.find((message) => message.text.includes(text));
const told = async (world: NoticesWorld, text: string): Promise<Message> => {
  await expect.poll(() => push(world, text)).toBeDefined();
  return push(world, text) as Message;
};
const labels = (message: Message) => message.buttons.flat().map(({ text }) => text);

test("payments of a muted shop are told without a sound, under every spelling; others make one", async () => {
  const world = await noticesWorld();
  await choose(world, { shops: ["SPOTIFY"] });
  world.buy(5, "Spotify P3F2A1");
  const silent = await told(world, "Spotify P3F2A1");
  expect(silent.silent).toBe(true);
  expect(labels(silent)).toEqual(["🧾 Details", "❄️ Freeze", "🔔 Unmute shop"]);
  world.buy(6, "NETFLIX");
  const loud = await told(world, "NETFLIX");
  expect(loud.silent).toBeUndefined();
  expect(labels(loud)).toEqual(["🧾 Details", "❄️ Freeze", "🔕 Mute shop"]);
});

test("declines, codes and refunds of a muted shop, and a balance that gets low there, make a sound", async () => {
  const world = await noticesWorld();
  const { buy, control } = world;
  await choose(world, { shops: ["SPOTIFY"], low: 49_000 });
  buy(900, "SPOTIFY");
  expect((await told(world, "Declined")).silent).toBeUndefined();
  const challenge = buy(7, "SPOTIFY", true);
  if (challenge.status !== "challenge") throw new Error(challenge.status);
  const { otp } = control.challenge(challenge.challengeId) as { otp: string };
  expect((await told(world, otp)).silent).toBeUndefined();
  const bought = buy(30, "SPOTIFY");
  if (bought.status !== "approved") throw new Error(bought.status);
  expect((await told(world, "−$30.00")).silent).toBe(true);
  expect((await told(world, "Little is left")).silent).toBeUndefined();
  control.settle(bought.transactionId);
  control.refund({ transactionId: bought.transactionId, amount: 10 });
  expect((await told(world, "+$10.00")).silent).toBeUndefined();
});

test("small payments make no sound; their refunds, and a balance that gets low with one, do", async () => {
  const world = await noticesWorld();
  await choose(world, { above: 5_000, low: 49_000 });
  const bought = world.buy(30, "SPOTIFY");
  if (bought.status !== "approved") throw new Error(bought.status);
  expect((await told(world, "−$30.00")).silent).toBe(true);
  expect((await told(world, "Little is left")).silent).toBeUndefined();
  world.control.settle(bought.transactionId);
  world.control.refund({ transactionId: bought.transactionId, amount: 10 });
  expect((await told(world, "+$10.00")).silent).toBeUndefined();
  world.buy(60, "NETFLIX");
  expect((await told(world, "−$60.00")).silent).toBeUndefined();
});

test("many payments of a muted shop are gathered without a sound", async () => {
  const world = await noticesWorld();
  await choose(world, { shops: ["SPOTIFY"] });
  for (let n = 1; n <= 6; n++) world.buy(n, "SPOTIFY");
  expect((await told(world, "1 payment<")).silent).toBe(true);
});

test("the list holds a shop once, names of any kind, and so many as fit", () => {
  expect(withShop(["FACEBK *ADS"], "Facebk * Ads 4Z2")).toEqual(["FACEBK *ADS"]);
  const long = `${"Ж".repeat(300)} & <b>`;
  const [kept = ""] = withShop([], long) ?? [];
  expect(kept.length).toBeLessThanOrEqual(60);
  expect(isMuted([kept], long)).toBe(true);
  expect(withoutShop([kept, "APPLE"], long)).toEqual(["APPLE"]);
  expect(isMuted(["SPOTIFY"], "")).toBe(false);
  const full = Array.from({ length: MOST_SHOPS }, (_, n) => `SHOP ${String.fromCodePoint(0x430 + n)}`);
  expect(withShop(full, "ONE MORE")).toBeUndefined();
  expect(withShop(full, "Shop а")).toBe(full);
  const notices = { shops: [7, "", ...Array.from({ length: 90 }, (_, n) => `${n}`)] };
  expect(readPreferences({ notices }).shops).toHaveLength(MOST_SHOPS);
});
