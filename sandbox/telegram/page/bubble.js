import { clockTime } from "./datetime.js";
import { h, icon } from "./dom.js";
import { toMilliseconds } from "./emulator.js";
import { drawText } from "./entities.js";

/** @typedef {import("./emulator.js").Message} Message */
/** @typedef {import("./entities.js").Hands & {refuseCopy: () => void, enlarge: (url: string, description: string) => void, goTo: (id: number) => void, find: (id: number) => Message | undefined, botName: () => string, drawKeyboard: (message: Message) => HTMLElement | undefined}} BubbleHands */

/**
 * One message as a list item: bubble, time, keyboard.
 * @param {Message} message
 * @param {BubbleHands} hands
 * @returns {HTMLElement}
 */
export function drawMessage(message, hands) {
  const { texts } = hands;
  const text = message.caption || message.text || "";
  const side = message.from === "bot" ? "in" : "out";
  const hasKeyboard = Boolean(message.keyboard?.length);
  const classes = ["row", side, message.protect && "protected", hasKeyboard && "has-keyboard"].filter(Boolean);
  const copy = message.protect ? hands.refuseCopy : hands.copy;

  return h(
    "li",
    { class: classes.join(" "), id: `m${message.id}`, "data-id": message.id },
    h(
      "div",
      { class: "column" },
      h(
        "div",
        { class: message.photo ? "bubble with-photo" : "bubble" },
        h("span", { class: "aside" }, side === "in" ? `${hands.botName()}: ` : ""),
        message.replyTo !== undefined && drawReply(message.replyTo, hands),
        message.photo && drawPhoto(message.photo, text, hands),
        message.document && drawDocument(message.document),
        text !== "" &&
          h("div", { class: "text", dir: "auto" }, drawText(text, message.entities ?? [], { ...hands, copy })),
        drawMeta(message, hasKeyboard, texts.edited, hands.language),
      ),
      hands.drawKeyboard(message),
    ),
  );
}

/** @param {Message} message @param {boolean} hasKeyboard @param {string} edited @param {string} language */
function drawMeta(message, hasKeyboard, edited, language) {
  const at = toMilliseconds(message.date);
  return h(
    "span",
    { class: "meta" },
    // Telegram's clients hide the mark where a bot redraws its own screen.
    message.editDate !== undefined && !hasKeyboard && h("span", { class: "edited" }, `${edited} `),
    h("time", { datetime: new Date(at).toISOString() }, clockTime(at, language)),
    message.from === "person" && icon("tick"),
  );
}

/** @param {number} id @param {BubbleHands} hands */
function drawReply(id, hands) {
  const original = hands.find(id);
  const who = original?.from === "person" ? "" : hands.botName();
  const words = original ? (original.caption || original.text || hands.texts.photo).replace(/\s+/g, " ") : "…";
  return h(
    "button",
    { class: "reply", type: "button", on: { click: () => hands.goTo(id) } },
    who && h("b", {}, who),
    h("span", {}, words.slice(0, 120)),
  );
}

/** @param {NonNullable<Message["photo"]>} photo @param {string} description @param {BubbleHands} hands */
function drawPhoto(photo, description, hands) {
  const { url, width, height } = photo;
  return h(
    "button",
    {
      class: "photo",
      type: "button",
      "aria-label": hands.texts.enlarge,
      on: { click: () => hands.enlarge(url, description) },
    },
    h("img", { src: url, width, height, alt: hands.texts.photo, draggable: "false" }),
  );
}

/** @param {NonNullable<Message["document"]>} document */
function drawDocument({ url, name, size }) {
  return h(
    "a",
    { class: "document", href: url, download: name },
    h("span", { class: "document-icon" }, icon("file")),
    h("span", {}, h("b", {}, name), size !== undefined && h("small", {}, formatSize(size))),
  );
}

/** @param {number} bytes */
const formatSize = (bytes) => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`);
