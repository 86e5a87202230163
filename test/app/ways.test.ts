import { describe, expect, test } from "vitest";
import { paceFor } from "../../src/notifications/sweep/pace.ts";
import { hasButton, issueCard, someone, tap } from "../people.ts";
import { startWorld, type World } from "../world.ts";

/** After so long everything that is asked for was asked for again. */
const LONGEST_ROUND_MS = Math.max(...Object.values(paceFor({ polled: 1, live: 0 }).polled));

/** Charges the person's newest card at a shop that asks for a code; the code as it was pushed. */
async function payWithCode(world: World, { person, words }: Awaited<ReturnType<typeof someone>>): Promise<string> {
  const { control } = world.cryptocardy;
  await tap(person, words.details);
  const shown = await tap(person, words.showOnce);
  const pan = shown.text?.match(/(\d{4} ){3}\d{4}/)?.[0]?.replaceAll(" ", "") ?? "";
  const purchase = control.purchase({ pan, amount: 12.5, merchant: "SPOTIFY" });
  if (purchase.status !== "challenge") throw new Error(purchase.status);
  await person.waitFor((message) => hasButton(message, words.copyCode));
  const { copied = "" } = await person.press(words.copyCode);
  expect(control.answerChallenge({ challengeId: purchase.challengeId, otp: copied }).status).toBe("approved");
  return copied;
}

describe("ways of hearing", () => {
  test("in webhook mode the same buttons work and the same codes come", async () => {
    const world = await startWorld({ updates: "webhook" });
    const ann = await someone(world, { dollars: 200 });
    await issueCard(ann.person, ann.words, 100);
    const code = await payWithCode(world, ann);
    await ann.person.waitUntil((messages) => messages.every(({ text }) => !text.includes(code)));
  });

  test("without a public address codes, payments and deposits are found by asking", async () => {
    const world = await startWorld({ webhooks: false });
    const ann = await someone(world, { dollars: 200 });
    expect(world.cryptocardy.control.state(ann.seed).webhooks).toEqual([]);
    await issueCard(ann.person, ann.words, 100);
    await payWithCode(world, ann);
    world.pass(LONGEST_ROUND_MS);
    await ann.person.waitFor((message) => /SPOTIFY/.test(message.text) && !hasButton(message, ann.words.copyCode));
    world.cryptocardy.control.deposit({ seed: ann.seed, currency: "btc", usd: 77, confirm: true });
    world.pass(LONGEST_ROUND_MS);
    await ann.person.waitFor(/\$7(7\.00|5\.46)/);
  });

  test("a Telegram update with the wrong secret is refused, and changes nothing", async () => {
    const world = await startWorld({ updates: "webhook" });
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 5, type: "private" }, text: "/start" },
    };
    const post = (headers: Record<string, string>) =>
      fetch(`${world.botUrl}/hooks/telegram`, { method: "POST", body: JSON.stringify(update), headers });
    expect((await post({})).status).toBe(401);
    expect((await post({ "X-Telegram-Bot-Api-Secret-Token": "guess" })).status).toBe(401);
    expect(world.telegram.journal().filter(({ method }) => method === "sendMessage")).toEqual([]);
  });
});
