// A bot of grammY as its guide has it behind a webhook: answers the press and edits the message.
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";
import { listen } from "./serve.ts";

const { TELEGRAM = "", TOKEN = "", SECRET = "" } = process.env;
const bot = new Bot(TOKEN, { client: { apiRoot: TELEGRAM } });
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText("You have pressed a button.", {
    reply_markup: { inline_keyboard: [[{ text: "Again", callback_data: "again" }]] },
  });
});
await bot.init();
listen(createServer(webhookCallback(bot, "http", { secretToken: SECRET })));
