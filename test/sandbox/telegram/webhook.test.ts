import { describe, expect, it } from "vitest";
import { startHook, startTelegram, startWithAnn } from "./harness.ts";

describe("setWebhook", () => {
  it("tells whether it changed anything", async () => {
    const { call, clock } = await startTelegram();
    const { url } = await startHook();
    const described: unknown[] = [];
    for (const given of [url, url, "", ""]) {
      described.push((await call("setWebhook", { url: given })).description);
      await clock.advance(1000);
    }
    expect(described).toEqual([
      "Webhook was set",
      "Webhook is already set",
      "Webhook was deleted",
      "Webhook is already deleted",
    ]);
    expect((await call("deleteWebhook")).description).toBe("Webhook is already deleted");
  });

  it("may be called once a second", async () => {
    const { call } = await startTelegram();
    const { url } = await startHook();
    await call("setWebhook", { url });
    const reply = await call("setWebhook", { url });
    expect(reply).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
    expect(reply.headers.get("retry-after")).toBe("1");
  });

  it.each([
    [{ url: "not a url" }, false, "Bad Request: invalid webhook URL specified"],
    [{ url: "http://127.0.0.1:1/", secret_token: "a".repeat(257) }, false, "Bad Request: secret token is too long"],
    [
      { url: "http://127.0.0.1:1/", secret_token: "a b" },
      false,
      "Bad Request: secret token contains unallowed characters",
    ],
    [{ url: "http://example.com/" }, true, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"],
    [
      { url: "https://example.com:8080/" },
      true,
      "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ],
    [{ url: "https://192.168.0.1/" }, true, "Bad Request: bad webhook: IP address is reserved"],
  ])("refuses %j (strict: %s)", async (parameters, strict, text) => {
    const { refusal } = await startTelegram({ strict });
    expect(await refusal("setWebhook", parameters)).toBe(text);
  });
});

describe("webhook delivery", () => {
  it("posts each update once, with the secret header, in the person's order", async () => {
    const { call, ann } = await startWithAnn();
    const hook = await startHook();
    await call("setWebhook", { url: hook.url, secret_token: "s3cret_-" });
    for (const text of ["a", "b", "c"]) await ann.send(text);
    await expect.poll(() => hook.received.map(({ update }) => update.message?.text)).toEqual(["a", "b", "c"]);
    expect(hook.received[0]?.headers).toMatchObject({
      "x-telegram-bot-api-secret-token": "s3cret_-",
      "content-type": "application/json",
    });
    expect(await call("getWebhookInfo")).toMatchObject({ result: { url: hook.url, pending_update_count: 0 } });
  });

  it("tries again at once, then after 2, 4, 8 s, and tells of the error", async () => {
    const { call, ann, clock } = await startWithAnn();
    const hook = await startHook((_, count) => ({ status: count < 5 ? 500 : 200 }));
    await call("setWebhook", { url: hook.url });
    await ann.send("a");
    await expect.poll(() => hook.received.length).toBe(2);
    expect(await call("getWebhookInfo")).toMatchObject({
      result: {
        pending_update_count: 1,
        last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
      },
    });
    for (const [wait, count] of [
      [2000, 3],
      [4000, 4],
      [8000, 5],
    ] as const) {
      await expect.poll(() => clock.pending()).toContain(wait);
      await clock.advance(wait);
      await expect.poll(() => hook.received.length).toBe(count);
    }
    expect(new Set(hook.received.map(({ update }) => update.update_id)).size).toBe(1);
    await expect.poll(async () => (await call("getWebhookInfo")).result).toMatchObject({ pending_update_count: 0 });
  });

  it("waits as long as Retry-After says", async () => {
    const { call, ann, clock } = await startWithAnn();
    const hook = await startHook((_, count) => (count === 1 ? { status: 503, headers: { "retry-after": "30" } } : {}));
    await call("setWebhook", { url: hook.url });
    await ann.send("a");
    await expect.poll(() => clock.pending()).toContain(30_000);
    await clock.advance(30_000);
    await expect.poll(() => hook.received.length).toBe(2);
  });

  it("drops an update that would be too old at the next try", async () => {
    const { call, ann, updates } = await startWithAnn();
    const hook = await startHook(() => ({ status: 503, headers: { "retry-after": "3600" } }));
    const markup = { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] };
    await call("sendMessage", { chat_id: 5, text: "x", reply_markup: markup });
    await call("setWebhook", { url: hook.url });
    ann.press("Go").catch(() => {});
    await expect.poll(() => hook.received.length).toBe(1);
    await expect.poll(async () => (await call("getWebhookInfo")).result).toMatchObject({ pending_update_count: 0 });
    await call("deleteWebhook");
    expect(await updates()).toEqual([]);
  });

  it("does not let one person's trouble hold up another", async () => {
    const { call, ann, person } = await startWithAnn();
    const ben = person(6);
    const hook = await startHook(({ update }) => ({ status: update.message?.from.id === 5 ? 500 : 200 }));
    await call("setWebhook", { url: hook.url });
    await ann.send("stuck");
    await ben.send("fine");
    await ben.send("fine too");
    await expect
      .poll(() =>
        hook.received.filter(({ update }) => update.message?.from.id === 6).map(({ update }) => update.message?.text),
      )
      .toEqual(["fine", "fine too"]);
  });

  it("runs a method in the answer, but never one that reads or moves the webhook", async () => {
    const { call, ann, journal } = await startWithAnn();
    const hook = await startHook(({ update }) => ({
      body: JSON.stringify(
        update.message?.text === "hi"
          ? { method: "sendMessage", chat_id: 5, text: "hello" }
          : { method: "deleteWebhook" },
      ),
    }));
    await call("setWebhook", { url: hook.url });
    await ann.send("bye");
    await ann.send("hi");
    await ann.waitFor("hello");
    expect(journal().map(({ method }) => method)).not.toContain("deleteWebhook");
  });

  it("gives up on a webhook that has been gone for 23 hours", async () => {
    const { call, ann, clock } = await startWithAnn();
    const hook = await startHook(() => ({ status: 410 }));
    await call("setWebhook", { url: hook.url });
    await ann.send("a");
    await expect.poll(() => hook.received.length).toBe(2);
    await clock.advance(23 * 3600_000);
    const info = () => clock.advance(120_000).then(() => call("getWebhookInfo"));
    await expect.poll(async () => (await info()).result).toMatchObject({ url: "" });
  });

  it("counts no answer in 60 s as a failure", async () => {
    const { call, ann, clock } = await startWithAnn();
    const { createServer } = await import("node:http");
    let count = 0;
    const server = createServer(() => {
      count += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await call("setWebhook", { url: `http://127.0.0.1:${port}/` });
    await ann.send("a");
    await expect.poll(() => count).toBe(1);
    await clock.advance(60_000);
    await expect
      .poll(async () => (await call("getWebhookInfo")).result)
      .toMatchObject({ last_error_message: "Read timeout expired" });
    server.close();
    server.closeAllConnections();
  });
});
