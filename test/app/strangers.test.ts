import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hasButton, issueCard, LANGUAGES, someone, tap, WORDS } from "../people.ts";
import { startWorld, type World } from "../world.ts";

/** Gives the bot an update as Telegram would. */
function deliver(world: World, update: object): Promise<Response> {
  const secret = createHmac("sha256", world.telegram.token).update("telegram webhook").digest("hex");
  return fetch(`${world.botUrl}/hooks/telegram`, {
    method: "POST",
    headers: { "X-Telegram-Bot-Api-Secret-Token": secret },
    body: JSON.stringify(update),
  });
}

const calls = (world: World, ...methods: string[]) =>
  world.telegram.journal().filter(({ method }) => methods.includes(method));

describe("strangers", () => {
  test("a button of somebody else's card does nothing, and says so", async () => {
    const world = await startWorld();
    const ann = await someone(world, { dollars: 200 });
    const eve = await someone(world, { dollars: 200, language: "ru" });
    await issueCard(ann.person, ann.words, 100);
    await ann.person.send("/cards");
    await tap(ann.person, /·\d{4}/);
    await ann.person.waitFor((message) => hasButton(message, ann.words.freeze));
    for (const label of [ann.words.freeze, ann.words.close, ann.words.details, ann.words.fund, ann.words.history]) {
      const data = ann.person.find(label)?.data ?? "";
      const answer = await eve.person.forge(data);
      expect(answer.alert, label).toBe(true);
      expect(answer.text, label).toContain("не подключён");
    }
    expect(world.cryptocardy.control.state(ann.seed).cards.map(({ status }) => status)).toEqual(["active"]);
  });

  test("somebody else's confirmation cannot be pressed", async () => {
    const world = await startWorld();
    const ann = await someone(world, { dollars: 200 });
    const eve = await someone(world);
    await issueCard(ann.person, ann.words, 100);
    await ann.person.send("/cards");
    await tap(ann.person, /·\d{4}/);
    await tap(ann.person, ann.words.close);
    await ann.person.waitFor((message) => hasButton(message, ann.words.keep));
    const confirm = ann.person.find(ann.words.closeIt)?.data ?? "";
    expect((await eve.person.forge(confirm)).alert).toBe(true);
    expect(world.cryptocardy.control.state(ann.seed).cards.map(({ status }) => status)).toEqual(["active"]);
  });

  test.each(LANGUAGES)("nonsense on a button is answered, not obeyed (%s)", async (language) => {
    const world = await startWorld();
    const { person } = await someone(world, { language });
    for (const data of [
      "x",
      "|||",
      "card.freeze",
      "card.freeze|zzzz|card_1",
      "op.confirm|||",
      "a|b|c|d|e",
      "!",
      "ask.amount||x|100",
    ]) {
      const { text = "" } = await person.forge(data);
      expect(text, data).not.toBe("");
    }
  });

  test.each(LANGUAGES)("unknown commands and unexpected texts are answered in words (%s)", async (language) => {
    const world = await startWorld();
    const { person } = await someone(world, { language });
    const since = person.mark();
    await person.send("/frobnicate");
    const unknown = await person.waitFor("/help", { since });
    expect(hasButton(unknown, WORDS[language].home)).toBe(true);
    const later = person.mark();
    await person.send("lorem ipsum <b>&</b>");
    await person.waitFor("/help", { since: later });
  });

  test("what Telegram itself writes into the chat is not answered", async () => {
    const world = await startWorld({ updates: "webhook" });
    const { person } = await someone(world);
    const from = { id: person.id, is_bot: false, first_name: "Ann", language_code: "en" };
    const chat = { id: person.id, type: "private", first_name: "Ann" };
    const before = person.messages().length;
    const pinned_message = { message_id: 2, date: 1, chat, text: "pinned" };
    const message = { message_id: 900, date: 1, chat, from, pinned_message };
    expect((await deliver(world, { update_id: 900, message })).status).toBe(200);
    await person.send("lorem ipsum");
    await person.waitFor("/help");
    expect(person.messages().length - before).toBe(2);
  });

  test("a command is one however it is written, and with whatever marks Telegram sends", async () => {
    const world = await startWorld({ updates: "webhook" });
    const { person } = await someone(world);
    const from = { id: person.id, is_bot: false, first_name: "Ann", language_code: "en" };
    const chat = { id: person.id, type: "private", first_name: "Ann" };
    let id = 900;
    for (const [text, words] of [
      ["/Status", "Status"],
      [`/HELP@${world.telegram.bot.username}`, "What you can do here"],
      ["/freeze@some_other_bot", "I do not know this command"],
    ] as const) {
      const since = person.mark();
      id += 1;
      const message = { message_id: id, date: 1, chat, from, text };
      expect((await deliver(world, { update_id: id, message })).status).toBe(200);
      await person.waitFor(words, { since });
    }
  });

  test("a press on a message whose content Telegram no longer tells changes that message", async () => {
    const world = await startWorld({ updates: "webhook" });
    const { person } = await someone(world);
    await person.send("/settings");
    const pressed = await person.waitFor("Settings");
    const before = person.messages().length;
    const from = { id: person.id, is_bot: false, first_name: "Ann", language_code: "en" };
    const message = { message_id: pressed.id, date: 0, chat: { id: person.id, type: "private", first_name: "Ann" } };
    const query = { id: "1", from, chat_instance: "1", message, data: "home.open" };
    expect((await deliver(world, { update_id: 900, callback_query: query })).status).toBe(200);
    const home = await person.waitFor("in the wallet");
    expect(home.id).toBe(pressed.id);
    expect(person.messages()).toHaveLength(before);
  });

  test("in a group it says that it works in private only, and shows nothing", async () => {
    const world = await startWorld({ updates: "webhook" });
    const from = { id: 77, is_bot: false, first_name: "Ann", language_code: "en" };
    const chat = { id: -100, type: "group", title: "Friends" };
    const entities = [{ type: "bot_command", offset: 0, length: 6 }];
    const message = { message_id: 1, date: 1, chat, from, text: "/start", entities };
    expect((await deliver(world, { update_id: 900, message })).status).toBe(200);
    const [answer] = calls(world, "sendMessage");
    expect(answer?.parameters.text).toBe("I work in private chats only: your money is nobody else's business.");
    const query = { id: "1", from, chat_instance: "1", message, data: "home.open" };
    expect((await deliver(world, { update_id: 901, callback_query: query })).status).toBe(200);
    const [answered] = calls(world, "answerCallbackQuery");
    expect(answered?.parameters).toMatchObject({ text: answer?.parameters.text, show_alert: true });
    expect(calls(world, "editMessageText")).toEqual([]);
  });

  test("whoever is not on the operator's list is refused politely, and nothing is kept of them", async () => {
    const world = await startWorld({ env: { ALLOWED_USERS: "1" } });
    const eve = world.person(2, { name: "Eve", language: "en" });
    await eve.send("/start");
    await eve.waitFor("private");
    expect(eve.buttons()).toEqual([]);
    const ann = world.person(1, { name: "Ann", language: "en" });
    await ann.send("/start");
    await ann.waitFor((shown) => hasButton(shown, WORDS.en.newWallet));
  });
});
