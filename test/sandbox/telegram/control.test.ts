import { describe, expect, it, onTestFinished } from "vitest";
import { startWithAnn } from "./harness.ts";

const keyboard = {
  inline_keyboard: [
    [
      { text: "Go", callback_data: "go", style: "success" },
      { text: "Copy", copy_text: { text: "42" } },
    ],
  ],
};

const startControl = async () => {
  const telegram = await startWithAnn();
  const post = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${telegram.url}/_emu/${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const get = async (path: string) => (await fetch(`${telegram.url}/_emu/${path}`)).json() as Promise<unknown>;
  /** The names and data of the events of a chat, as they come. */
  const watch = async (person: number) => {
    const cut = new AbortController();
    onTestFinished(() => cut.abort());
    const response = await fetch(`${telegram.url}/_emu/events?person=${person}`, { signal: cut.signal });
    const events: { event: string; data: unknown }[] = [];
    const read = async () => {
      let text = "";
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString("utf8");
        const blocks = text.split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) {
          const match = /^event: (\w+)\ndata: (.*)$/s.exec(block);
          if (match) events.push({ event: match[1] ?? "", data: JSON.parse(match[2] ?? "null") });
        }
      }
    };
    read().catch(() => {});
    return events;
  };
  return { ...telegram, post, get, watch };
};

describe("control side", () => {
  it("shows the whole chat with the bot's profile in the person's language", async () => {
    const { get, post, call } = await startControl();
    const commands = (text: string) => ({ commands: [{ command: "start", description: text }] });
    await call("setMyCommands", commands("Home"));
    await call("setMyCommands", { ...commands("Домой"), language_code: "ru" });
    await call("sendMessage", { chat_id: 5, text: "<b>x</b>", parse_mode: "HTML", reply_markup: keyboard });
    expect(await get("chat?person=5")).toMatchObject({
      bot: { name: "CryptoCardy", commands: [{ description: "Home" }] },
      person: { id: 5, name: "Ann", language: "en" },
      messages: [
        { from: "person", text: "/start" },
        {
          from: "bot",
          text: "x",
          keyboard: [
            [
              { id: "2.0.0", text: "Go", kind: "callback", data: "go", style: "success" },
              { id: "2.0.1", kind: "copy", copy: "42" },
            ],
          ],
        },
      ],
    });
    await post("person", { id: 5, language: "ru" });
    expect(await get("chat?person=5")).toMatchObject({ bot: { commands: [{ description: "Домой" }] } });
  });

  it("acts as the person", async () => {
    const { post, call, updates, ann } = await startControl();
    await call("sendMessage", { chat_id: 5, text: "x", reply_markup: keyboard });
    const sent = await post("send", { person: 5, text: "hello" });
    await post("edit", { person: 5, messageId: sent.body.messageId, text: "hello!" });
    const pressed = await post("press", { person: 5, messageId: 2, row: 0, column: 0 });
    expect(await updates()).toMatchObject([
      { message: { text: "hello", from: { language_code: "en" } } },
      { edited_message: { text: "hello!" } },
      { callback_query: { id: pressed.body.callbackId, data: "go" } },
    ]);
    expect((await post("press", { person: 5, messageId: 2, row: 9, column: 0 })).status).toBe(400);
    await post("block", { person: 5, blocked: true });
    expect((await call("sendMessage", { chat_id: 5, text: "x" })).status).toBe(403);
    expect(ann.last()?.text).toBe("hello!");
  });

  it("streams what happens in a chat, beginning with its state", async () => {
    const { post, call, watch, ann } = await startControl();
    const events = await watch(5);
    const others = await watch(6);
    await expect.poll(() => [...events, ...others].map(({ event }) => event)).toEqual(["state", "state"]);
    await call("sendChatAction", { chat_id: 5, action: "typing" });
    await call("sendMessage", { chat_id: 5, text: "x", reply_markup: keyboard });
    const { body } = await post("press", { person: 5, messageId: 2, row: 0, column: 0 });
    await call("answerCallbackQuery", { callback_query_id: body.callbackId, text: "ok", show_alert: true });
    await call("editMessageText", { chat_id: 5, message_id: 2, text: "y" });
    await call("deleteMessage", { chat_id: 5, message_id: 2 });
    await call("setMyCommands", { commands: [{ command: "start", description: "Home" }] });
    await expect
      .poll(() => events.map(({ event }) => event))
      .toEqual(["state", "typing", "message", "answered", "edited", "deleted", "commands"]);
    expect(events[3]?.data).toEqual({ callbackId: body.callbackId, text: "ok", alert: true });
    expect(events[5]?.data).toEqual({ id: 2 });
    await expect.poll(() => others.map(({ event }) => event)).toEqual(["state", "commands"]);
    expect(ann.messages()).toHaveLength(1);
  });

  it("moves time, sets faults and tells what the bot did", async () => {
    const { post, get, call, clock } = await startControl();
    const before = clock.now();
    await post("advance", { ms: 3600_000 });
    expect(clock.now() - before).toBeGreaterThanOrEqual(3600_000);
    await post("faults", { method: "sendMessage", kind: "error", code: 500 });
    expect((await call("sendMessage", { chat_id: 5, text: "x", wrong: 1 })).status).toBe(500);
    expect(await get("journal")).toMatchObject([
      { method: "getUpdates" },
      { method: "getUpdates" },
      { fault: "error" },
    ]);
    expect(await get("lint")).toEqual([{ method: "sendMessage", problem: "wrong: no such field" }]);
  });

  it("forgets everything on reset", async () => {
    const { post, get, ann } = await startControl();
    await post("reset", {});
    expect(ann.messages()).toEqual([]);
    expect(await get("journal")).toEqual([]);
  });

  it("takes nothing a page of another site could send unasked", async () => {
    const { url, ann } = await startControl();
    const response = await fetch(`${url}/_emu/send`, { method: "POST", body: '{"person":5,"text":"x"}' });
    expect(response.status).toBe(400);
    expect(ann.messages()).toHaveLength(1);
  });
});
