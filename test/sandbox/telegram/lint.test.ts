import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { createLint } from "../../../sandbox/telegram/lint.ts";
import { methodNames } from "../../../sandbox/telegram/methods/index.ts";
import { loadSpec } from "../../../sandbox/telegram/spec.ts";
import { startWithAnn } from "./harness.ts";

const findings: [method: string, parameters: object, problem: string][] = [
  ["sendMessage", { chat_id: 5, text: "x", colour: "red" }, "colour: no such field"],
  ["sendMessage", { text: "x" }, "chat_id: missing"],
  ["sendMessage", { chat_id: 5, text: 7 }, "text: must be String"],
  ["sendMessage", { chat_id: 5, text: "x", protect_content: "maybe" }, "protect_content: must be Boolean"],
  [
    "sendMessage",
    { chat_id: 5, text: "👋".repeat(2049) },
    "text: 4098 UTF-16 units after parsing, must be at most 4096",
  ],
  ["sendMessage", { chat_id: 5, text: "x", parse_mode: "MarkdownV2" }, "parse_mode: the emulator reads HTML only"],
  [
    "sendMessage",
    { chat_id: 5, text: "x", reply_markup: { inline_keyboard: [[{ text: "b", callback_data: "я".repeat(33) }]] } },
    "reply_markup.inline_keyboard[0][0].callback_data: 66 bytes, must be 1-64",
  ],
  [
    "sendMessage",
    { chat_id: 5, text: "x", link_preview_options: { disabled: true } },
    "link_preview_options.disabled: no such field",
  ],
  ["setMyCommands", { commands: [{ command: "a" }] }, "commands[0].description: missing"],
  ["deleteMessages", { chat_id: 5, message_ids: [] }, "message_ids: 0 items, must be 1-100"],
  ["sendDice", { chat_id: 5 }, "sendDice: not a method the emulator has"],
];

describe("lint", () => {
  it.each(findings.map(([method, parameters, problem]) => ({ method, parameters, problem })))(
    "$method, $problem",
    async ({ method, parameters, problem }) => {
      const { call, lint } = await startWithAnn();
      await call(method, parameters);
      expect(lint()).toContainEqual({ method, problem });
    },
  );

  it("has nothing to say about a good request, and measures a text after parsing", async () => {
    const { call, lint, upload } = await startWithAnn();
    await call("sendMessage", {
      chat_id: 5,
      text: `<b>${"a".repeat(4096)}</b>`,
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "b", copy_text: { text: "1" }, style: "primary" }]] },
    });
    await upload("sendDocument", { chat_id: "5", document: "attach://f", f: new Blob(["x"]), protect_content: "true" });
    await call("setMyCommands", {
      commands: [{ command: "start", description: "Home" }],
      scope: { type: "all_private_chats" },
      language_code: "ru",
    });
    expect(lint()).toEqual([]);
  });

  it("does not change the answer", async () => {
    const { call } = await startWithAnn();
    expect((await call("sendMessage", { chat_id: 5, text: "x", colour: "red" })).ok).toBe(true);
  });

  it("knows the fields of every method the emulator has", () => {
    expect([...loadSpec().methods.keys()].sort()).toEqual([...methodNames].sort());
  });

  it("holds every update against the specification", async () => {
    const { ann, call, updates } = await startWithAnn();
    const markup = { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] };
    await call("sendMessage", { chat_id: 5, text: "x", reply_markup: markup });
    ann.press("Go").catch(() => {});
    const { id } = await ann.send("hello /start");
    await ann.edit(id, "other");
    await ann.shareContact("+100000000");
    await ann.sendDocument("seed.txt", Buffer.from("x"), "a file");
    await ann.sendPhoto(PNG.sync.write(new PNG({ width: 2, height: 1 })));
    await ann.block();
    ann.stalePress(999, "old").catch(() => {});
    const lint = createLint();
    const all = await updates();
    expect(all).toHaveLength(8);
    expect(all.flatMap(lint.update)).toEqual([]);
    expect(lint.update({ update_id: 1, message: { text: 5 } })).toContain("update.message.text: must be String");
  });
});
