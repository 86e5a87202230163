import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTelegram, startWithAnn } from "./harness.ts";

const commands = (...names: string[]) => names.map((command) => ({ command, description: `About ${command}` }));

describe("commands", () => {
  it("are kept by scope and language, and read back as set", async () => {
    const { call } = await startTelegram();
    const scope = { type: "all_private_chats" };
    await call("setMyCommands", { commands: commands("start"), scope, language_code: "ru" });
    await call("setMyCommands", { commands: commands("help") });
    expect(await call("getMyCommands", { scope, language_code: "ru" })).toMatchObject({ result: commands("start") });
    expect(await call("getMyCommands", { scope })).toMatchObject({ result: [] });
    expect(await call("getMyCommands")).toMatchObject({ result: commands("help") });
    await call("deleteMyCommands", { scope, language_code: "ru" });
    expect(await call("getMyCommands", { scope, language_code: "ru" })).toMatchObject({ result: [] });
  });

  it.each([
    [{ commands: "x" }, "Bad Request: can't parse commands JSON object"],
    [{ commands: [{ command: "Start", description: "x" }] }, "Bad Request: BOT_COMMAND_INVALID"],
    [{ commands: [{ command: "start", description: "" }] }, "Bad Request: command description must be non-empty"],
    [{ commands: [{ description: "x" }] }, "Bad Request: can't parse BotCommand: Can't find field \"command\""],
    [{ commands: [], language_code: "english" }, "Bad Request: invalid language code specified"],
  ])("refuses %j", async (parameters, text) => {
    const { refusal } = await startTelegram();
    expect(await refusal("setMyCommands", parameters)).toBe(text);
  });
});

describe("the bot's texts and menu", () => {
  it("have a text per language and fall back to the one for all", async () => {
    const { call } = await startTelegram();
    await call("setMyDescription", { description: "Cards" });
    await call("setMyDescription", { description: "Карты", language_code: "ru" });
    await call("setMyShortDescription", { short_description: "Short" });
    expect(await call("getMyDescription", { language_code: "ru" })).toMatchObject({ result: { description: "Карты" } });
    expect(await call("getMyDescription", { language_code: "de" })).toMatchObject({ result: { description: "Cards" } });
    expect(await call("getMyShortDescription")).toMatchObject({ result: { short_description: "Short" } });
    expect(await call("getMyName")).toMatchObject({ result: { name: "CryptoCardy" } });
  });

  it("have a menu button for all and for one chat", async () => {
    const { call } = await startWithAnn();
    await call("setChatMenuButton", { menu_button: { type: "commands" } });
    expect(await call("getChatMenuButton")).toMatchObject({ result: { type: "commands" } });
    const app = { type: "web_app", text: "Open", web_app: { url: "https://example.com/" } };
    await call("setChatMenuButton", { chat_id: 5, menu_button: app });
    expect(await call("getChatMenuButton", { chat_id: 5 })).toMatchObject({ result: app });
  });

  it("tell what the published API asks of getMe and getChat", async () => {
    const { call, refusal } = await startWithAnn();
    expect(await call("getMe")).toMatchObject({ result: { is_bot: true, username: "cryptocardy_bot" } });
    expect(await call("getChat", { chat_id: 5 })).toMatchObject({ result: { id: 5, type: "private" } });
    expect(await refusal("getChat", { chat_id: 404 })).toBe("Bad Request: chat not found");
  });
});

it("chats survive a restart when there is a file for them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "telegram-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const stateFile = join(folder, "state.json");
  const before = await startWithAnn({ stateFile });
  await before.upload("sendPhoto", {
    chat_id: "5",
    photo: new Blob([PNG.sync.write(new PNG({ width: 3, height: 2 }))]),
    caption: "QR",
  });
  await before.ann.send("bye");
  const [update] = await before.updates();
  const seen = before.ann.messages();
  await before.close();
  const after = await startTelegram({ stateFile });
  const ann = after.person(5);
  expect(ann.messages()).toEqual(seen);
  expect((await fetch(after.url + (ann.messages()[1]?.photo?.url ?? ""))).status).toBe(200);
  await ann.send("back");
  const [next] = await after.updates();
  expect(next?.update_id).toBeGreaterThan(update?.update_id ?? Number.POSITIVE_INFINITY);
  expect(ann.last()?.id).toBe((seen.at(-1)?.id ?? 0) + 1);
});
