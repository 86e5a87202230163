import { h, icon } from "./dom.js";

// After this long Telegram's clients give up on an answer too.
const LONGEST_WAIT = 30_000;

/**
 * Draws inline keyboards and remembers which buttons wait for the bot's answer, so that the waiting survives an edit of the message.
 * @param {{press: import("./emulator.js").Emulator["press"], copy: (text: string) => void, failed: () => void, texts: import("./texts.js").Texts}} deps
 */
export function createKeyboards({ press, copy, failed, texts }) {
  /** Places of pressed buttons. @type {Set<string>} */
  const waiting = new Set();
  /** @type {Map<string, string>} */
  const placeOf = new Map();
  /** Answers that overtook the reply to the press. @type {Set<string>} */
  const early = new Set();

  /** @param {string} place */
  const buttonAt = (place) => document.querySelector(`[data-place="${place}"]`);

  /** @param {string} place @param {boolean} on */
  function mark(place, on) {
    if (on) waiting.add(place);
    else waiting.delete(place);
    const button = buttonAt(place);
    button?.classList.toggle("waiting", on);
    if (on) button?.setAttribute("aria-busy", "true");
    else button?.removeAttribute("aria-busy");
  }

  /** @param {number} messageId @param {number} row @param {number} column */
  async function pressed(messageId, row, column) {
    const place = `${messageId}:${row}:${column}`;
    if (waiting.has(place)) return;
    mark(place, true);
    setTimeout(() => mark(place, false), LONGEST_WAIT);
    try {
      const { callbackId } = await press(messageId, row, column);
      if (!callbackId || early.delete(callbackId)) mark(place, false);
      else placeOf.set(callbackId, place);
    } catch {
      mark(place, false);
      failed();
    }
  }

  /** @param {import("./emulator.js").Key} key @param {number} messageId @param {number} row @param {number} column */
  function drawKey(key, messageId, row, column) {
    const place = `${messageId}:${row}:${column}`;
    const looks = `key${key.style ? ` key-${key.style}` : ""}`;
    const label = h("span", { class: "key-text" }, key.text);
    if ((key.kind === "url" || key.kind === "web_app") && /^https?:/i.test(key.url ?? "")) {
      const props = { class: looks, href: key.url, target: "_blank", rel: "noopener noreferrer", "data-place": place };
      return h("a", props, label, icon("link"), h("span", { class: "aside" }, ` (${texts.opensTab})`));
    }
    if (key.kind === "copy") {
      const act = () => copy(key.copy ?? "");
      const props = { class: looks, type: "button", on: { click: act }, "data-place": place };
      return h("button", props, label, icon("copy"), h("span", { class: "aside" }, ` (${texts.copyHint})`));
    }
    const busy = waiting.has(place);
    const props = {
      class: busy ? `${looks} waiting` : looks,
      type: "button",
      disabled: key.kind !== "callback",
      "data-place": place,
      on: { click: () => pressed(messageId, row, column) },
    };
    return h("button", props, label, h("span", { class: "spinner", "aria-hidden": "true" }));
  }

  return {
    /** @param {import("./emulator.js").Message} message @returns {HTMLElement | undefined} */
    draw(message) {
      if (!message.keyboard?.length) return undefined;
      return h(
        "div",
        { class: "keyboard" },
        message.keyboard.map((row, r) =>
          h(
            "div",
            { class: "keyboard-row" },
            row.map((key, column) => drawKey(key, message.id, r, column)),
          ),
        ),
      );
    },

    /** @param {string} callbackId */
    answered(callbackId) {
      const place = placeOf.get(callbackId);
      if (place === undefined) early.add(callbackId);
      else mark(place, false);
      placeOf.delete(callbackId);
    },
  };
}
