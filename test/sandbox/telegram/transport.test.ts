import { describe, expect, it } from "vitest";
import { startTelegram, startWithAnn } from "./harness.ts";

describe("transport and authorisation", () => {
  it("takes parameters from query, form, JSON and multipart alike", async () => {
    const { request, token, upload, call, ann } = await startWithAnn();
    const path = `/bot${token}/sendMessage`;
    const query = await request(`${path}?chat_id=5&text=query`);
    const form = await request(path, { method: "POST", body: new URLSearchParams({ chat_id: "5", text: "form" }) });
    const multipart = await upload("sendMessage", { chat_id: "5", text: "multipart" });
    const json = await call("sendMessage", { chat_id: 5, text: "json" });
    expect([query, form, multipart, json].map((reply) => reply.result?.text)).toEqual([
      "query",
      "form",
      "multipart",
      "json",
    ]);
    expect(ann.messages().map((message) => message.text)).toEqual(["/start", "query", "form", "multipart", "json"]);
  });

  it("takes nested objects as JSON text too", async () => {
    const { call, ann } = await startWithAnn();
    const keyboard = JSON.stringify({ inline_keyboard: [[{ text: "Freeze", callback_data: "f" }]] });
    await call("sendMessage", { chat_id: "5", text: "x", reply_markup: keyboard });
    expect(ann.buttons()).toEqual(["Freeze"]);
  });

  it("finds methods whatever their case", async () => {
    const { call, bot } = await startTelegram();
    const reply = await call("GETME");
    expect(reply).toMatchObject({ status: 200, ok: true, result: { id: bot.id, is_bot: true } });
  });

  it.each([
    ["nocolon", "Unauthorized: invalid token specified"],
    ["0123:abc", "Unauthorized: invalid token specified"],
    [`1:${"a".repeat(80)}`, "Unauthorized: invalid token specified"],
    ["1:%2F", "Unauthorized: invalid token specified"],
    ["123:unknown", "Unauthorized"],
  ])("refuses the token %s", async (token, description) => {
    const { request } = await startTelegram();
    expect(await request(`/bot${token}/getMe`)).toMatchObject({ status: 401, ok: false, error_code: 401, description });
  });

  it("says 404 to a path that is no bot's", async () => {
    const { request } = await startTelegram();
    expect(await request("/x")).toMatchObject({ status: 404, description: "Not Found" });
  });

  it("says 404 to a method that does not exist and 501 to one the emulator does not have", async () => {
    const { call, journal } = await startTelegram();
    expect(await call("sendMoney")).toMatchObject({ status: 404, description: "Not Found: method not found" });
    expect(await call("sendDice")).toMatchObject({
      status: 501,
      description: "Not Implemented: emulator has no sendDice",
    });
    expect(journal().at(-1)).toMatchObject({ method: "sendDice", red: true });
  });

  it("leaves pages to the page hook", async () => {
    const telegram = await startTelegram({
      page: (request, response) => {
        if (request.url !== "/") return false;
        response.end('{"ok":true,"result":"page"}');
        return true;
      },
    });
    expect(await telegram.request("/")).toMatchObject({ status: 200, result: "page" });
    expect(await telegram.request("/other")).toMatchObject({ status: 404 });
  });
});
