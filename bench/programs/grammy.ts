// A bot of grammY as its guide begins one: answers the press and edits the message.
import { Bot } from "grammy";
import { serve } from "./serve.ts";

const { TELEGRAM = "", TOKEN = "" } = process.env;
const bot = new Bot(TOKEN, { client: { apiRoot: TELEGRAM } });
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText("You have pressed a button.", {
    reply_markup: { inline_keyboard: [[{ text: "Again", callback_data: "again" }]] },
  });
});
await bot.init();
serve(async (_path, rawBody) => {
  await bot.handleUpdate(JSON.parse(rawBody.toString("utf8")));
  return 200;
});
