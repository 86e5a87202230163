import { Redis } from "ioredis";
import { describe, expect, test } from "vitest";
import { freshRedis } from "./fresh-redis.ts";
import { hasButton, issueCard, someone, tap } from "./people.ts";
import { startWorld, TEST_KEY, type World } from "./world.ts";

/** Every key and every value in the database, whatever their type, as one text of bytes. */
async function everythingIn(redisUrl: string): Promise<string> {
  const redis = new Redis(redisUrl);
  const parts: Buffer[] = [];
  try {
    for (const key of await redis.keys("*")) {
      parts.push(Buffer.from(key));
      const type = await redis.type(key);
      if (type === "string") parts.push((await redis.getBuffer(key)) ?? Buffer.alloc(0));
      if (type === "list") parts.push(...(await redis.lrangeBuffer(key, 0, -1)));
      if (type === "set") parts.push(...(await redis.smembersBuffer(key)));
      if (type === "zset") parts.push(...(await redis.zrangeBuffer(key, "0", "-1")));
      if (type === "hash") parts.push(Buffer.from(JSON.stringify(await redis.hgetall(key))));
      if (type === "stream") parts.push(Buffer.from(JSON.stringify(await redis.xrange(key, "-", "+"))));
    }
    return Buffer.concat(parts).toString("latin1");
  } finally {
    redis.disconnect();
  }
}

/** The ways in which a secret could hide from a plain search. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString("base64").replace(/=+$/, ""), bytes.toString("hex"), encodeURIComponent(secret)];
}

/** Digits count when they stand alone: six of them are within the moments of a log by chance. */
const holds = (haystack: string, secret: string): boolean =>
  /^\d+$/.test(secret) ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(haystack) : haystack.includes(secret);

const whereIsIn = (secrets: Record<string, string>, haystack: string): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => {
    const [plain = "", ...coded] = spellings(secret);
    return holds(haystack, plain) || coded.some((spelling) => haystack.includes(spelling)) ? [name] : [];
  });

/** What the bot sent to be kept in a chat. Answers to presses leave no trace there; what people wrote is theirs. */
const sentToChats = (world: World): string =>
  world.telegram
    .journal()
    .filter(({ method }) => !["answerCallbackQuery", "getUpdates"].includes(method))
    .map((entry) => JSON.stringify(entry))
    .join("\n");

describe("nothing leaks", () => {
  test("a planted canary is found in every kind of value and in every spelling", async () => {
    const redisUrl = await freshRedis();
    const redis = new Redis(redisUrl);
    const canary = "c4f4-6e88-036c-761c";
    const [plain = "", base64 = "", hex = ""] = spellings(canary);
    const plant = {
      plain: () => redis.set("plain", `x${plain}x`),
      hash: () => redis.hset("hash", "field", base64),
      list: () => redis.rpush("list", hex),
      sorted: () => redis.zadd("sorted", 1, plain),
      set: () => redis.sadd("set", plain),
      stream: () => redis.xadd("stream", "*", "field", plain),
    };
    for (const [key, place] of Object.entries(plant)) {
      await place();
      expect(whereIsIn({ canary }, await everythingIn(redisUrl)), key).toEqual(["canary"]);
      await redis.del(key);
    }
    expect(whereIsIn({ canary }, await everythingIn(redisUrl))).toEqual([]);
    redis.disconnect();
  });

  test("seed, card number, CVV, code, webhook secret, bot token and key are found nowhere they do not belong", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 500 });
    const found: Record<string, string[]> = {};
    const secrets: Record<string, string> = {
      seed,
      "bot token": world.telegram.token,
      "encryption key": TEST_KEY.split(":")[1] ?? "",
    };
    const look = async (moment: string): Promise<void> => {
      const inRedis = whereIsIn(secrets, await everythingIn(world.redisUrl));
      const inLog = whereIsIn(secrets, world.logged.join(""));
      const { code: _, ...neverInChats } = secrets;
      const inChats = whereIsIn(neverInChats, sentToChats(world));
      for (const [place, names] of Object.entries({ Redis: inRedis, log: inLog, chats: inChats })) {
        if (names.length > 0) found[`${place}, ${moment}`] = names;
      }
    };

    await look("after connecting the wallet");
    const [webhookSecret = ""] = control.webhooks.secrets(seed);
    expect(webhookSecret).not.toBe("");
    secrets["webhook secret"] = webhookSecret;
    await issueCard(person, words, 100);
    await tap(person, words.details);
    const shown = await tap(person, words.showOnce);
    const pan = shown.text?.match(/(\d{4} ){3}\d{4}/)?.[0] ?? "";
    const cvv = shown.text?.match(/CVV\D*(\d{3})/)?.[1] ?? "";
    expect([pan, cvv]).not.toContain("");
    Object.assign(secrets, { "card number": pan, "card number without spaces": pan.replaceAll(" ", "") });
    await look("after showing the card");

    // A conversation in which a seed is typed by mistake.
    const stray = "aaaa-bbbb-cccc-dddd";
    secrets["stray seed"] = stray;
    await person.send("/newcard");
    await tap(person, "Visa");
    await person.send(stray);
    await person.waitUntil((messages) => messages.every(({ text }) => !text.includes(stray)));
    await look("after a seed was typed into a conversation");

    const purchase = control.purchase({ pan: pan.replaceAll(" ", ""), amount: 42, merchant: "CANARY SHOP" });
    if (purchase.status !== "challenge") throw new Error(purchase.status);
    secrets.code = String(control.challenge(purchase.challengeId).otp);
    await person.waitFor((message) => hasButton(message, words.copyCode));
    await look("while a code is live");
    control.answerChallenge({ challengeId: purchase.challengeId, otp: secrets.code });
    await person.waitUntil((messages) => messages.every(({ text }) => !text.includes(secrets.code ?? "")));

    // Everything fails: errors must not carry anything either.
    control.faults.add({ method: "*", path: "*", times: 20, kind: "status", status: 500 });
    await person.send("/cards");
    await person.send("/start");
    await person.send(seed);
    await person.waitUntil((messages) => messages.every(({ text }) => !text.includes(seed)));
    await look("after failures");

    await world.stop();
    await look("after the stop");
    expect(found).toEqual({});
  });
});
