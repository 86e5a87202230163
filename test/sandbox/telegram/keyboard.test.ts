import { describe, expect, it } from "vitest";
import { startWithAnn } from "./harness.ts";

const refused = async (reply_markup: unknown) => {
  const { refusal, ann } = await startWithAnn();
  const text = await refusal("sendMessage", { chat_id: 5, text: "x", reply_markup });
  expect(ann.messages()).toHaveLength(1);
  return text;
};
const button = (fields: object) => ({ inline_keyboard: [[{ text: "b", ...fields }]] });
const shape = 'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
const parse = "Bad Request: can't parse inline keyboard button: ";

const refusals: [markup: unknown, text: string][] = [
  [[], "Bad Request: object expected as reply markup"],
  ["5", "Bad Request: object expected as reply markup"],
  [{ inline_keyboard: {} }, 'Bad Request: field "inline_keyboard" must be of type Array'],
  [button({ callback_data: "" }), `${parse}Text buttons are unallowed in the inline keyboard`],
  [button({ callback_data: "x", style: "green" }), `${parse}invalid button style specified`],
  [
    button({ url: "ftp://example.com" }),
    "Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
  ],
  [{ inline_keyboard: [{ text: "b", callback_data: "x" }] }, shape],
  [button({}), `${parse}Text buttons are unallowed in the inline keyboard`],
  [{ inline_keyboard: [[{ callback_data: "x" }]] }, `${parse}Can't find field "text"`],
  [button({ callback_data: "a".repeat(65) }), "Bad Request: BUTTON_DATA_INVALID"],
  [button({ callback_data: "я".repeat(33) }), "Bad Request: BUTTON_DATA_INVALID"],
  [button({ copy_text: { text: "" } }), "Bad Request: BUTTON_COPY_TEXT_INVALID"],
  [button({ copy_text: { text: "a".repeat(257) } }), "Bad Request: BUTTON_COPY_TEXT_INVALID"],
  [
    button({ url: "http://localhost:3000" }),
    "Bad Request: inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
  ],
  [
    button({ web_app: { url: "http://example.com/" } }),
    "Bad Request: inline keyboard button Web App URL 'http://example.com/' is invalid: Only HTTPS links are allowed",
  ],
  [
    { inline_keyboard: Array.from({ length: 101 }, () => [{ text: "b", callback_data: "x" }]) },
    "Bad Request: reply markup is too long",
  ],
];

describe("keyboards", () => {
  it.each(refusals.map(([markup, text]) => ({ markup, text })))("says: $text", async ({ markup, text }) => {
    expect(await refused(markup)).toBe(text);
  });

  it("takes 64 bytes of data, 256 characters to copy, and a bare address", async () => {
    const { call, ann } = await startWithAnn();
    const rows = [
      [
        { text: "data", callback_data: "a".repeat(64), style: "danger" },
        { text: "copy", copy_text: { text: "a".repeat(256) } },
      ],
      [
        { text: "url", url: "http://127.0.0.1:3000/x" },
        { text: "off", disabled: {} },
      ],
    ];
    await call("sendMessage", { chat_id: 5, text: "x", reply_markup: { inline_keyboard: rows } });
    expect(ann.last()?.keyboard?.flat()).toMatchObject([
      { kind: "callback", style: "danger" },
      { kind: "copy" },
      { kind: "url", url: "http://127.0.0.1:3000/x" },
      { kind: "disabled" },
    ]);
  });

  it("takes the first action by Telegram's order and reports the others", async () => {
    const { call, ann, lint } = await startWithAnn();
    const markup = button({ callback_data: "x", url: "https://example.com/" });
    await call("sendMessage", { chat_id: 5, text: "x", reply_markup: markup });
    expect(ann.last()?.keyboard?.[0]?.[0]?.kind).toBe("url");
    expect(lint()).toEqual([
      { method: "sendMessage", problem: 'reply_markup: button "b" has several actions: url, callback_data' },
    ]);
  });

  it("lets the demo link to this machine", async () => {
    const { call } = await startWithAnn({ allowLoopbackLinks: true });
    const markup = button({ url: "http://localhost:3000/r/x" });
    expect((await call("sendMessage", { chat_id: 5, text: "x", reply_markup: markup })).ok).toBe(true);
  });
});
