import { describe, expect, it } from "vitest";
import { startHook, startTelegram, startWithAnn } from "./harness.ts";

const texts = (updates: { message?: { text?: string } }[]) => updates.map((update) => update.message?.text);

describe("getUpdates", () => {
  it("gives the same updates again until an offset confirms them", async () => {
    const { ann, updates } = await startWithAnn();
    for (const text of ["a", "b", "c"]) await ann.send(text);
    const first = await updates();
    expect(texts(first)).toEqual(["a", "b", "c"]);
    expect(texts(await updates())).toEqual(["a", "b", "c"]);
    expect(texts(await updates({ offset: (first[0]?.update_id ?? 0) + 1 }))).toEqual(["b", "c"]);
    expect(texts(await updates())).toEqual(["b", "c"]);
  });

  it("keeps only the last ones with a negative offset", async () => {
    const { ann, updates } = await startWithAnn();
    for (const text of ["a", "b", "c"]) await ann.send(text);
    expect(texts(await updates({ offset: -2 }))).toEqual(["b", "c"]);
    expect(texts(await updates())).toEqual(["b", "c"]);
  });

  it("confirms nothing with a number far ahead", async () => {
    const { ann, updates } = await startWithAnn();
    await ann.send("a");
    expect(texts(await updates({ offset: 2_000_000_000 }))).toEqual(["a"]);
  });

  it("clamps the limit to 1-100", async () => {
    const { ann, updates } = await startWithAnn();
    for (let i = 0; i < 101; i++) await ann.send(`${i}`);
    expect(await updates({ limit: 1000 })).toHaveLength(100);
    expect(await updates({ limit: 0 })).toHaveLength(1);
    expect(await updates({ limit: 2 })).toHaveLength(2);
  });

  it("never uses an update_id twice and only counts up", async () => {
    const { ann, updates } = await startWithAnn();
    await ann.send("a");
    const [a] = await updates();
    await updates({ offset: (a?.update_id ?? 0) + 1 });
    await ann.send("b");
    const [b] = await updates();
    expect(b?.update_id).toBeGreaterThan(a?.update_id ?? Number.POSITIVE_INFINITY);
  });

  it("answers a long poll as soon as something happens, and at its timeout otherwise", async () => {
    const { ann, updates, clock } = await startWithAnn();
    const poll = updates({ timeout: 50 });
    await ann.send("hello");
    expect(texts(await poll)).toEqual(["hello"]);
    const [seen] = await updates();
    const idle = updates({ offset: (seen?.update_id ?? 0) + 1, timeout: 1000 });
    await expect.poll(() => clock.advance(50_000).then(() => Promise.race([idle, "waiting"]))).toEqual([]);
  });

  it("ends the older of two waiting polls", async () => {
    const { call, ann, clock } = await startWithAnn();
    const older = call("getUpdates", { timeout: 50 });
    await expect.poll(() => clock.pending()).toContain(50_000);
    const newer = call("getUpdates", { timeout: 50 });
    expect(await older).toMatchObject({
      status: 409,
      description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    await ann.send("x");
    expect(await newer).toMatchObject({ ok: true, result: [{ message: { text: "x" } }] });
    const { ok } = await call("getUpdates");
    expect(ok).toBe(true);
  });

  it("is refused while a webhook is set, and ended when one is", async () => {
    const { call, refusal, clock } = await startTelegram();
    const hook = await startHook();
    const poll = refusal("getUpdates", { timeout: 50 });
    await expect.poll(() => clock.pending()).toContain(50_000);
    expect((await call("setWebhook", { url: hook.url })).ok).toBe(true);
    expect(await poll).toBe("Conflict: terminated by setWebhook request");
    expect(await refusal("getUpdates")).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  });

  it("slows down a caller that asks the same again at once", async () => {
    const { ann, call, updates, clock } = await startWithAnn({ pollingQuirks: true });
    await clock.advance(10_000);
    await updates({ offset: 1 });
    const again = updates({ offset: 1 });
    const settled = Promise.race([again.then(() => "answered"), call("getMe").then(() => "waiting")]);
    expect(await settled).toBe("waiting");
    await ann.send("a");
    await again;
    await ann.send("b");
    expect(await updates({ offset: 1 })).toHaveLength(1);
    await clock.advance(1000);
    expect(await updates({ offset: 1 })).toHaveLength(2);
  });

  it("remembers allowed_updates, ignores one that is no array, and filters when an update is made", async () => {
    const { ann, updates } = await startWithAnn();
    await ann.send("before");
    await updates({ allowed_updates: ["callback_query"] });
    await ann.send("not wanted");
    await updates({ allowed_updates: "message" });
    await ann.send("still not wanted");
    expect(texts(await updates())).toEqual(["before"]);
    await updates({ allowed_updates: [] });
    await ann.send("wanted");
    expect(texts(await updates())).toEqual(["before", "wanted"]);
  });

  it("drops a press after 150 s and a message after a day", async () => {
    const { ann, call, updates, clock } = await startWithAnn();
    await call("sendMessage", {
      chat_id: 5,
      text: "x",
      reply_markup: { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] },
    });
    await ann.send("text");
    ann.press("Go").catch(() => {});
    expect(await updates()).toHaveLength(2);
    await clock.advance(151_000);
    expect(texts(await updates())).toEqual(["text"]);
    await clock.advance(24 * 3600_000);
    expect(await updates()).toEqual([]);
  });

  it("reports blocking and unblocking as my_chat_member", async () => {
    const { ann, updates } = await startWithAnn();
    await ann.block();
    await ann.send("/start");
    expect(await updates()).toMatchObject([
      { my_chat_member: { old_chat_member: { status: "member" }, new_chat_member: { status: "kicked" } } },
      { my_chat_member: { old_chat_member: { status: "kicked" }, new_chat_member: { status: "member" } } },
      { message: { text: "/start", entities: [{ type: "bot_command", offset: 0, length: 6 }] } },
    ]);
  });
});
