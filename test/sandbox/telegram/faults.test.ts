import { describe, expect, it } from "vitest";
import { startHook, startWithAnn } from "./harness.ts";

const text = { chat_id: 5, text: "x" };

describe("faults of calls", () => {
  it("answer with an error as often as told, for that method and chat only", async () => {
    const { call, faults } = await startWithAnn();
    faults.add({ method: "sendMessage", chat: 5, times: 2, kind: "error", code: 429, retryAfter: 7 });
    expect((await call("sendChatAction", { chat_id: 5, action: "typing" })).ok).toBe(true);
    expect((await call("sendMessage", { chat_id: 6, text: "x" })).status).toBe(400);
    for (let i = 0; i < 2; i++) {
      expect(await call("sendMessage", text)).toMatchObject({
        status: 429,
        description: "Too Many Requests: retry after 7",
        parameters: { retry_after: 7 },
      });
    }
    expect((await call("sendMessage", text)).ok).toBe(true);
  });

  it("cut the line before or after the message is sent", async () => {
    const { call, faults, ann, journal } = await startWithAnn();
    faults.add({ method: "sendMessage", kind: "drop-before" });
    await expect(call("sendMessage", text)).rejects.toThrow();
    expect(ann.messages()).toHaveLength(1);
    faults.add({ method: "sendMessage", kind: "drop-after" });
    await expect(call("sendMessage", text)).rejects.toThrow();
    expect(ann.messages()).toHaveLength(2);
    expect(journal().slice(-2)).toMatchObject([
      { fault: "drop-before" },
      { fault: "drop-after", answer: { status: 200 } },
    ]);
  });

  it("delay an answer on the virtual clock", async () => {
    const { call, faults, clock } = await startWithAnn();
    faults.add({ method: "sendMessage", kind: "delay", ms: 30_000 });
    const late = call("sendMessage", text);
    await expect.poll(() => clock.pending()).toContain(30_000);
    await clock.advance(30_000);
    expect((await late).ok).toBe(true);
  });

  it("last for a time when told so", async () => {
    const { call, faults, clock } = await startWithAnn();
    faults.add({ method: "*", kind: "error", code: 502, description: "Bad Gateway", forMs: 5000 });
    for (let i = 0; i < 3; i++) expect(await call("sendMessage", text)).toMatchObject({ status: 502 });
    await clock.advance(5000);
    expect((await call("sendMessage", text)).ok).toBe(true);
  });
});

describe("faults of updates", () => {
  it("hand an update over twice", async () => {
    const { ann, faults, updates, call } = await startWithAnn();
    faults.add({ kind: "duplicate" });
    await ann.send("a");
    expect((await updates()).map((update) => update.message?.text)).toEqual(["a", "a"]);
    const hook = await startHook();
    await call("setWebhook", { url: hook.url, drop_pending_updates: true });
    faults.add({ kind: "duplicate" });
    await ann.send("b");
    await expect.poll(() => hook.received.map(({ update }) => update.message?.text)).toEqual(["b", "b"]);
  });

  it("hand over again what was confirmed", async () => {
    const { ann, faults, updates } = await startWithAnn();
    await ann.send("a");
    const [first] = await updates();
    faults.add({ kind: "redeliver" });
    const offset = (first?.update_id ?? 0) + 1;
    expect(await updates({ offset })).toEqual([first]);
    expect(await updates({ offset })).toEqual([]);
  });

  it("deliver again when the webhook's answer is lost", async () => {
    const { ann, faults, call } = await startWithAnn();
    const hook = await startHook();
    await call("setWebhook", { url: hook.url });
    faults.add({ kind: "webhook-status", status: 502 });
    await ann.send("a");
    await expect.poll(() => hook.received.map(({ update }) => update.message?.text)).toEqual(["a", "a"]);
  });

  it("keep the bot from getting a request at all", async () => {
    const { ann, faults, call } = await startWithAnn();
    const hook = await startHook();
    await call("setWebhook", { url: hook.url });
    faults.add({ kind: "webhook-status", status: 502, reached: false });
    await ann.send("a");
    await expect.poll(() => hook.received.length).toBe(1);
    await expect
      .poll(async () => (await call("getWebhookInfo")).result)
      .toMatchObject({ pending_update_count: 0, last_error_message: "Wrong response from the webhook: 502" });
  });

  it("mix up people but never one person's own order", async () => {
    const { ann, faults, person, updates } = await startWithAnn();
    const ben = person(6);
    await ann.send("a1");
    await ann.send("a2");
    await ben.send("b1");
    faults.add({ kind: "reorder" });
    expect((await updates()).map((update) => update.message?.text)).toEqual(["b1", "a1", "a2"]);
  });
});
