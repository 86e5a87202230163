import { describe, expect, it } from "vitest";
import { startTelegram } from "./harness.ts";

/** Requests that change nothing and reach nobody, and what the real Bot API says to them. */
const refusals: [method: string, parameters: Record<string, string>, status: number, description: string][] = [
  ["noSuchMethod", {}, 404, "Not Found: method not found"],
  ["sendMessage", { text: "x" }, 400, "Bad Request: chat_id is empty"],
  ["sendMessage", { chat_id: "1", text: "x" }, 400, "Bad Request: chat not found"],
  ["deleteMessage", {}, 400, "Bad Request: chat identifier is not specified"],
  [
    "answerCallbackQuery",
    { callback_query_id: "1" },
    400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
  ],
];

const ask = async (root: string, token: string, method: string, parameters: Record<string, string>) => {
  const init = { method: "POST", body: new URLSearchParams(parameters) };
  const response = await fetch(`${root}/bot${token}/${method}`, init);
  const { description } = (await response.json()) as { description?: string };
  return { status: response.status, description };
};

describe("words the emulator shares with the real Bot API", () => {
  it.each(refusals)("%s %j: %i %s", async (method, parameters, status, description) => {
    const { url, token } = await startTelegram();
    expect(await ask(url, token, method, parameters)).toEqual({ status, description });
  });
});

// Asks the real Telegram; only with a token made for this, never with the bot's own.
const live = process.env.TELEGRAM_LIVE_TOKEN ?? "";
describe.skipIf(live === "")("the same words from Telegram itself (needs TELEGRAM_LIVE_TOKEN)", () => {
  it.each(refusals)("%s %j: %i %s", async (method, parameters, status, description) => {
    expect(await ask("https://api.telegram.org", live, method, parameters)).toEqual({ status, description });
  });
});
