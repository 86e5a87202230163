import { describe, expect, it } from "vitest";
import { startTelegram, startWithAnn } from "./harness.ts";

const refusals: [parameters: object, text: string][] = [
  [{ text: "x" }, "Bad Request: chat_id is empty"],
  [{ chat_id: 999, text: "x" }, "Bad Request: chat not found"],
  [{ chat_id: "@nobody", text: "x" }, "Bad Request: chat not found"],
  [{ chat_id: 5 }, "Bad Request: message text is empty"],
  [{ chat_id: 999 }, "Bad Request: message text is empty"],
  [{ chat_id: 999, text: "x", reply_markup: [] }, "Bad Request: object expected as reply markup"],
  [{ chat_id: 5, text: "" }, "Bad Request: message text is empty"],
  [{ chat_id: 5, text: " \n " }, "Bad Request: text must be non-empty"],
  [{ chat_id: 5, text: "<b> </b>", parse_mode: "HTML" }, "Bad Request: text must be non-empty"],
  [{ chat_id: 5, text: "я".repeat(16_385) }, "Bad Request: text is too long"],
  [{ chat_id: 5, text: "a".repeat(4097) }, "Bad Request: message is too long"],
  [{ chat_id: 5, text: "x", parse_mode: "BBCode" }, "Bad Request: unsupported parse_mode"],
  [{ chat_id: 5, text: "x", reply_parameters: { message_id: 999 } }, "Bad Request: message to be replied not found"],
  [
    { chat_id: 5, text: "<i>x</b>", parse_mode: "html" },
    'Bad Request: can\'t parse entities: Unmatched end tag at byte offset 4, expected "</i>", found "</b>"',
  ],
];

describe("sendMessage", () => {
  it.each(refusals.map(([parameters, text]) => ({ parameters, text })))("says: $text", async ({ parameters, text }) => {
    const { refusal, ann } = await startWithAnn();
    expect(await refusal("sendMessage", parameters)).toBe(text);
    expect(ann.messages()).toHaveLength(1);
  });

  it("counts code points after parsing", async () => {
    const { call } = await startWithAnn();
    expect((await call("sendMessage", { chat_id: 5, text: "👋".repeat(4096) })).ok).toBe(true);
    const bold = `<b>${"a".repeat(4096)}</b>`;
    expect((await call("sendMessage", { chat_id: 5, text: bold, parse_mode: "HTML" })).ok).toBe(true);
  });

  it("stores text and entities, trimmed and sorted, and finds commands and links by itself", async () => {
    const { call } = await startWithAnn();
    const text = "  Go to /cards or <b>https://example.com/x</b>, <code>/not</code> \n";
    const { result } = await call("sendMessage", { chat_id: 5, text, parse_mode: "hTmL" });
    expect(result?.text).toBe("Go to /cards or https://example.com/x, /not");
    expect(result?.entities).toEqual([
      { type: "bot_command", offset: 6, length: 6 },
      { type: "url", offset: 16, length: 21 },
      { type: "bold", offset: 16, length: 21 },
      { type: "code", offset: 39, length: 4 },
    ]);
  });

  it("keeps code free of other formats", async () => {
    const { call } = await startWithAnn();
    const { result } = await call("sendMessage", { chat_id: 5, text: "<b>a<code>b</code>c</b>", parse_mode: "HTML" });
    expect(result?.entities).toEqual([
      { type: "bold", offset: 0, length: 1 },
      { type: "code", offset: 1, length: 1 },
      { type: "bold", offset: 2, length: 1 },
    ]);
  });

  it("answers to a message, or without one when allowed", async () => {
    const { call, ann } = await startWithAnn();
    const asked = ann.last()?.id ?? 0;
    await call("sendMessage", { chat_id: 5, text: "a", reply_parameters: { message_id: asked } });
    expect(ann.last()).toMatchObject({ text: "a", replyTo: asked });
    const lenient = { message_id: 999, allow_sending_without_reply: true };
    await call("sendMessage", { chat_id: 5, text: "b", reply_parameters: lenient });
    expect(ann.last()?.replyTo).toBeUndefined();
  });

  it("keeps protection and silence", async () => {
    const { call, ann } = await startWithAnn();
    await call("sendMessage", { chat_id: 5, text: "a", protect_content: true, disable_notification: true });
    expect(ann.last()).toMatchObject({ protect: true, silent: true });
  });
});

describe("people the bot cannot write to", () => {
  it("is refused by one who blocked it: sends, edits and actions", async () => {
    const { call, refusal, ann } = await startWithAnn();
    const { result } = await call("sendMessage", { chat_id: 5, text: "a" });
    await ann.block();
    const text = "Forbidden: bot was blocked by the user";
    expect(await refusal("sendMessage", { chat_id: 5, text: "x" })).toBe(text);
    expect(await refusal("editMessageText", { chat_id: 5, message_id: result?.message_id, text: "x" })).toBe(text);
    expect(await refusal("sendChatAction", { chat_id: 5, action: "typing" })).toBe(text);
    await ann.send("/start");
    expect((await call("sendMessage", { chat_id: 5, text: "x" })).ok).toBe(true);
  });

  it("is refused by one who never started it, who is gone, or who is a bot", async () => {
    const { refusal, person, account } = await startTelegram();
    person(6);
    account(7, { deactivated: true });
    account(8, { bot: true });
    const why = (id: number) => refusal("sendMessage", { chat_id: id, text: "x" });
    expect(await why(6)).toBe("Forbidden: bot can't initiate conversation with a user");
    expect(await why(7)).toBe("Forbidden: user is deactivated");
    expect(await why(8)).toBe("Forbidden: the bot can't send messages to the bot");
  });
});

it("refuses a chat action Telegram does not know", async () => {
  const { refusal, call } = await startWithAnn();
  expect(await refusal("sendChatAction", { chat_id: 5, action: "dance" })).toBe(
    "Bad Request: wrong parameter action in request",
  );
  expect((await call("sendChatAction", { chat_id: 5, action: "typing" })).ok).toBe(true);
});
