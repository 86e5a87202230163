import { Bot, InlineKeyboard, InputFile } from "grammy";
import { toBuffer } from "qrcode";
import type { TelegramEmulator } from "../../sandbox/telegram/emulator.ts";

const NASTY = '<img src=x onerror="document.title=1">';

/** A bot that shows everything the page must be able to draw; each command is one thing. */
export async function startSmallBot(telegram: TelegramEmulator) {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  const keys = new InlineKeyboard()
    .text("Slow", "slow")
    .text("Alert", "alert")
    .row()
    .text("Edit", "edit")
    .text("Delete", "delete")
    .row()
    .copyText("Copy code", "482913");

  bot.command("start", (ctx) => ctx.reply("Hello", { reply_markup: keys }));
  bot.command("entities", (ctx) =>
    ctx.reply(
      `<b>Bold</b> <code>c0de</code> <tg-spoiler>secret</tg-spoiler>\n<blockquote>quoted</blockquote>\n` +
        `in <tg-time unix="${Math.floor(Date.now() / 1000) + 3630}" format="r">later</tg-time>\n${NASTY.replaceAll("<", "&lt;")}`,
      { parse_mode: "HTML" },
    ),
  );
  bot.command("photo", async (ctx) =>
    ctx.replyWithPhoto(new InputFile(await toBuffer("bitcoin:bc1qag7fuerpyndyxgllx90vsmpk2ruku0qjg5aq54")), {
      caption: "An address",
    }),
  );
  bot.command("typing", (ctx) => ctx.replyWithChatAction("typing"));
  bot.command("language", (ctx) => ctx.reply(`You speak ${ctx.from?.language_code}`));
  bot.command("reply", (ctx) => ctx.reply("Yes", { reply_parameters: { message_id: ctx.msgId } }));
  bot.callbackQuery("alert", (ctx) => ctx.answerCallbackQuery({ text: NASTY, show_alert: true }));
  bot.callbackQuery("edit", async (ctx) => {
    await ctx.editMessageText("Changed", { reply_markup: keys });
    await ctx.answerCallbackQuery({ text: "A toast" });
  });
  bot.callbackQuery("delete", async (ctx) => {
    await ctx.deleteMessage();
    await ctx.answerCallbackQuery();
  });
  const slow: { answer: () => Promise<unknown> }[] = [];
  bot.callbackQuery("slow", (ctx) => void slow.push({ answer: () => ctx.answerCallbackQuery() }));
  await bot.api.setMyCommands([
    { command: "start", description: "Begin" },
    { command: "photo", description: "A picture" },
  ]);
  await bot.api.setMyDescription("Shows what the page can draw.");
  void bot.start();
  return { slow, stop: () => bot.stop() };
}
