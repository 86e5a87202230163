// The same with Telegraf.
import { createServer } from "node:http";
import { Telegraf } from "telegraf";
import { listen } from "./serve.ts";

const { TELEGRAM = "", TOKEN = "", SECRET = "" } = process.env;
// Without webhookReply both calls are made as calls, as those of the others are.
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: TELEGRAM, webhookReply: false } });
bot.on("callback_query", async (ctx) => {
  await ctx.answerCbQuery();
  await ctx.editMessageText("You have pressed a button.", {
    reply_markup: { inline_keyboard: [[{ text: "Again", callback_data: "again" }]] },
  });
});
bot.botInfo = await bot.telegram.getMe();
listen(createServer(bot.webhookCallback("/hooks/telegram", { secretToken: SECRET })));
