import { describe, expect, it } from "vitest";
import { startWithAnn } from "./harness.ts";

const text = { chat_id: 5, text: "x" };

describe("rate limits", () => {
  it("let a burst of three pass in a chat, then one a second", async () => {
    const { call, clock } = await startWithAnn({ limits: {} });
    for (let i = 0; i < 3; i++) expect((await call("sendMessage", text)).ok).toBe(true);
    const refused = await call("sendMessage", text);
    expect(refused).toMatchObject({
      status: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    expect(refused.headers.get("retry-after")).toBe("1");
    await clock.advance(1000);
    expect((await call("sendMessage", text)).ok).toBe(true);
    expect((await call("sendMessage", text)).ok).toBe(false);
  });

  it("hold for the whole bot too", async () => {
    const { call, person } = await startWithAnn({ limits: { bot: { perSecond: 1, burst: 2 } } });
    await person(6).send("/start");
    await person(7).send("/start");
    expect((await call("sendMessage", text)).ok).toBe(true);
    expect((await call("sendMessage", { chat_id: 6, text: "x" })).ok).toBe(true);
    expect((await call("sendMessage", { chat_id: 7, text: "x" })).status).toBe(429);
  });

  it("can be turned off", async () => {
    const { call } = await startWithAnn({ limits: false });
    for (let i = 0; i < 10; i++) expect((await call("sendMessage", text)).ok).toBe(true);
  });
});
