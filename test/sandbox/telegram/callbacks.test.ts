import { describe, expect, it } from "vitest";
import { startWithAnn } from "./harness.ts";

const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

const pressed = async (options: { callbackLifetimeMs?: number } = {}) => {
  const telegram = await startWithAnn(options);
  const markup = { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] };
  const { result } = await telegram.call("sendMessage", { chat_id: 5, text: "x", reply_markup: markup });
  const answer = telegram.ann.press("Go");
  answer.catch(() => {});
  const [update] = await telegram.updates();
  return { ...telegram, answer, update, query: update?.callback_query?.id, messageId: result?.message_id ?? 0 };
};

describe("callback queries", () => {
  it("carry the data, the person and the message", async () => {
    const { update, messageId } = await pressed();
    expect(update).toMatchObject({
      callback_query: { data: "go", from: { id: 5, is_bot: false }, message: { message_id: messageId, text: "x" } },
    });
  });

  it("show the person a toast or an alert", async () => {
    const toast = await pressed();
    await toast.call("answerCallbackQuery", { callback_query_id: toast.query, text: "Done" });
    expect(await toast.answer).toMatchObject({ text: "Done", alert: false });
    const alert = await pressed();
    await alert.call("answerCallbackQuery", { callback_query_id: alert.query, text: "Careful", show_alert: true });
    expect(await alert.answer).toMatchObject({ text: "Careful", alert: true });
  });

  it("can be answered once", async () => {
    const { call, refusal, query } = await pressed();
    await call("answerCallbackQuery", { callback_query_id: query });
    expect(await refusal("answerCallbackQuery", { callback_query_id: query })).toBe(tooOld);
    expect(await refusal("answerCallbackQuery", { callback_query_id: "12345" })).toBe(tooOld);
  });

  it("cannot be answered once their time is over", async () => {
    const { refusal, clock, query, answer } = await pressed({ callbackLifetimeMs: 15_000 });
    await clock.advance(15_000);
    expect(await refusal("answerCallbackQuery", { callback_query_id: query })).toBe(tooOld);
    await expect(answer).rejects.toThrow("never answered");
  });

  it("take 200 characters", async () => {
    const { refusal, query } = await pressed();
    const long = { callback_query_id: query, text: "a".repeat(201) };
    expect(await refusal("answerCallbackQuery", long)).toBe("Bad Request: MESSAGE_TOO_LONG");
  });

  it("come from buttons no longer shown too, even of a deleted message", async () => {
    const { call, ann, updates, messageId, update } = await pressed();
    await call("deleteMessage", { chat_id: 5, message_id: messageId });
    ann.stalePress(messageId, "old").catch(() => {});
    expect(await updates({ offset: (update?.update_id ?? 0) + 1 })).toMatchObject([
      { callback_query: { data: "old", message: { message_id: messageId, date: 0 } } },
    ]);
  });
});
