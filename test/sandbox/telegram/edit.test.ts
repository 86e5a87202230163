import { describe, expect, it } from "vitest";
import { startWithAnn } from "./harness.ts";

const keyboard = { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] };

const withMessage = async () => {
  const telegram = await startWithAnn();
  const sent = await telegram.call("sendMessage", {
    chat_id: 5,
    text: "<b>a</b>",
    parse_mode: "HTML",
    reply_markup: keyboard,
  });
  return { ...telegram, id: sent.result?.message_id ?? 0 };
};

const notModified =
  "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

describe("editing", () => {
  it("changes the text and takes the keyboard away unless it is given again", async () => {
    const { call, ann, id } = await withMessage();
    await call("editMessageText", { chat_id: 5, message_id: id, text: "b", reply_markup: keyboard });
    expect(ann.last()).toMatchObject({ text: "b", entities: [] });
    expect(ann.buttons()).toEqual(["Go"]);
    await call("editMessageText", { chat_id: 5, message_id: id, text: "c" });
    expect(ann.last()?.text).toBe("c");
    expect(ann.buttons()).toEqual([]);
  });

  it("refuses to change nothing", async () => {
    const { refusal, id } = await withMessage();
    const same = { chat_id: 5, message_id: id, text: "<b>a</b>", parse_mode: "HTML", reply_markup: keyboard };
    expect(await refusal("editMessageText", same)).toBe(notModified);
    expect(await refusal("editMessageReplyMarkup", same)).toBe(notModified);
  });

  it("sees a change of format or keyboard alone as a change", async () => {
    const { call, id } = await withMessage();
    const plain = { chat_id: 5, message_id: id, text: "a", reply_markup: keyboard };
    expect((await call("editMessageText", plain)).ok).toBe(true);
    expect((await call("editMessageText", { ...plain, reply_markup: undefined })).ok).toBe(true);
  });

  it("refuses unknown and deleted messages, and those of the person", async () => {
    const { call, refusal, ann, id } = await withMessage();
    const edit = (message: number | undefined) =>
      refusal("editMessageText", { chat_id: 5, message_id: message, text: "b" });
    expect(await edit(999)).toBe("Bad Request: message to edit not found");
    expect(await edit(undefined)).toBe("Bad Request: message to edit not found");
    expect(await edit(ann.messages()[0]?.id)).toBe("Bad Request: message can't be edited");
    await call("deleteMessage", { chat_id: 5, message_id: id });
    expect(await edit(id)).toBe("Bad Request: message to edit not found");
  });

  it.each([[{ keyboard: [[{ text: "a" }]] }], [{ remove_keyboard: true }], [{ force_reply: true }]])(
    "refuses a message sent with %j",
    async (markup) => {
      const { call, refusal } = await startWithAnn();
      const { result } = await call("sendMessage", { chat_id: 5, text: "a", reply_markup: markup });
      const edit = { chat_id: 5, message_id: result?.message_id, text: "b" };
      expect(await refusal("editMessageText", edit)).toBe("Bad Request: message can't be edited");
    },
  );

  it("has no time limit for the bot's own messages", async () => {
    const { call, clock, id } = await withMessage();
    await clock.advance(90 * 24 * 3600_000);
    expect((await call("editMessageText", { chat_id: 5, message_id: id, text: "late" })).ok).toBe(true);
  });
});

describe("deleting", () => {
  it("refuses what is missing, unknown or older than 48 hours", async () => {
    const { refusal, clock, id } = await withMessage();
    expect(await refusal("deleteMessage", { message_id: id })).toBe("Bad Request: chat identifier is not specified");
    expect(await refusal("deleteMessage", { chat_id: 5 })).toBe("Bad Request: message identifier is not specified");
    expect(await refusal("deleteMessage", { chat_id: 5, message_id: 999 })).toBe(
      "Bad Request: message to delete not found",
    );
    await clock.advance(48 * 3600_000 + 2000);
    expect(await refusal("deleteMessage", { chat_id: 5, message_id: id })).toBe(
      "Bad Request: message can't be deleted",
    );
  });

  it("may remove the person's messages too", async () => {
    const { call, ann, id } = await withMessage();
    const own = ann.messages()[0]?.id;
    await call("deleteMessage", { chat_id: 5, message_id: own });
    expect(ann.messages().map((message) => message.id)).toEqual([id]);
  });

  it("removes up to 100 at once and skips unknown ones", async () => {
    const { call, refusal, ann, id } = await withMessage();
    expect((await call("deleteMessages", { chat_id: 5, message_ids: [id, 998, 999] })).ok).toBe(true);
    expect(ann.messages()).toHaveLength(1);
    expect(await refusal("deleteMessages", { chat_id: 5, message_ids: [] })).toBe(
      "Bad Request: message identifiers are not specified",
    );
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await refusal("deleteMessages", { chat_id: 5, message_ids: many })).toBe(
      "Bad Request: too many message identifiers specified",
    );
  });
});
