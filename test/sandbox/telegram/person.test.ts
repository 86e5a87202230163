import { Bot, InlineKeyboard } from "grammy";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTelegram } from "./harness.ts";

/** A real bot made with grammY, polling the emulator. */
const startBot = async () => {
  const telegram = await startTelegram();
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  bot.catch(({ error }) => {
    throw error;
  });
  const keyboard = new InlineKeyboard().text("Unfreeze", "unfreeze").text("Freeze", "freeze").row();
  keyboard.copyText("Copy number", "4242").url("Help", "https://example.com/help");
  bot.command("start", (ctx) => ctx.reply(`<b>Hello</b>, ${ctx.from?.first_name}`, { parse_mode: "HTML" }));
  bot.command("card", (ctx) => ctx.reply("Card", { reply_markup: keyboard }));
  bot.callbackQuery("freeze", async (ctx) => {
    await ctx.answerCallbackQuery("Frozen");
    await ctx.editMessageText("Card is frozen");
  });
  bot.on("callback_query:data", (ctx) => ctx.answerCallbackQuery({ text: "Not yours", show_alert: true }));
  void bot.start();
  onTestFinished(() => bot.stop());
  return { ...telegram, ann: telegram.person(5, { name: "Ann", language: "ru" }) };
};

describe("a person", () => {
  it("talks to a real bot", async () => {
    const { ann, lint } = await startBot();
    await ann.send("/start");
    expect(await ann.waitFor("Hello")).toMatchObject({
      from: "bot",
      text: "Hello, Ann",
      entities: [{ type: "bold", offset: 0, length: 5 }],
    });
    await ann.send("/card");
    await ann.waitFor("Card");
    expect(await ann.press("Freeze")).toMatchObject({ text: "Frozen", alert: false });
    expect(await ann.waitFor(/frozen$/)).toMatchObject({ text: "Card is frozen" });
    expect(lint()).toEqual([]);
  });

  it("copies and opens without the bot's knowledge", async () => {
    const { ann } = await startBot();
    await ann.send("/card");
    await ann.waitFor("Card");
    expect(await ann.press("Copy")).toEqual({ alert: false, copied: "4242" });
    expect(await ann.press("Help")).toEqual({ alert: false, url: "https://example.com/help" });
  });

  it("sees an alert when a press is forged", async () => {
    const { ann } = await startBot();
    await ann.send("/card");
    await ann.waitFor("Card");
    expect(await ann.forge("close:someone-elses")).toMatchObject({ text: "Not yours", alert: true });
  });

  it("is told which buttons there are when none fits, and what the chat was when waiting in vain", async () => {
    const { ann } = await startBot();
    await ann.send("/card");
    await ann.waitFor("Card");
    await expect(ann.press("Terminate")).rejects.toThrow(/Visible buttons: Unfreeze .* Freeze .*Copy number/);
    await expect(ann.waitFor("Nothing", { timeoutMs: 50 })).rejects.toThrow(/bot: Card\n {4}\[Unfreeze\] \[Freeze\]/);
  });

  it("can wait for something newer than a moment", async () => {
    const { ann } = await startBot();
    await ann.send("/start");
    await ann.waitFor("Hello");
    const mark = ann.mark();
    await expect(ann.waitFor("Hello", { since: mark, timeoutMs: 50 })).rejects.toThrow();
    const again = ann.waitFor("Hello", { since: mark });
    await ann.send("/start");
    expect((await again).id).toBe(ann.last()?.id);
  });

  it("sees nothing of another person's chat", async () => {
    const { ann, person } = await startBot();
    const ben = person(6, { name: "Ben" });
    await ann.send("/start");
    await ann.waitFor("Hello, Ann");
    expect(ben.messages()).toEqual([]);
    await ben.send("/start");
    expect(await ben.waitFor("Hello")).toMatchObject({ text: "Hello, Ben" });
  });
});
