import { formatMoment } from "./datetime.js";
import { h } from "./dom.js";

/** @typedef {{type: string, offset: number, length: number, url?: string, language?: string, unix_time?: number, date_time_format?: string}} Entity */
/** @typedef {{texts: import("./texts.js").Texts, language: string, copy: (text: string) => void, send: (text: string) => void}} Hands what the text may ask of the page */

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = /** @type {Record<string, string>} */ ({
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
});

/**
 * Turns a text and its entities (offsets in UTF-16 units, properly nested, as Telegram sends them) into nodes.
 * @param {string} text
 * @param {Entity[]} entities
 * @param {Hands} hands
 * @returns {Node[]}
 */
export function drawText(text, entities, hands) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, ordered, hands);
}

/** @param {string} text @param {number} start @param {number} end @param {Entity[]} entities @param {Hands} hands @returns {Node[]} */
function build(text, start, end, entities, hands) {
  /** @type {Node[]} */
  const nodes = [];
  let at = start;
  let afterBlock = false;

  /** @param {number} until @param {boolean} beforeBlock */
  const plain = (until, beforeBlock) => {
    let piece = text.slice(at, until);
    // A block stands on its own lines already: the line breaks around it would show as empty lines.
    if (afterBlock) piece = piece.replace(/^\n/, "");
    if (beforeBlock) piece = piece.replace(/\n$/, "");
    if (piece) nodes.push(document.createTextNode(piece));
  };

  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    if (!entity) break;
    const stop = Math.min(entity.offset + entity.length, end);
    let next = index + 1;
    while (next < entities.length && (entities[next]?.offset ?? end) < stop) next += 1;
    if (entity.offset >= at && stop > entity.offset) {
      const isBlock = BLOCKS.has(entity.type);
      plain(entity.offset, isBlock);
      const inside = build(text, entity.offset, stop, entities.slice(index + 1, next), hands);
      nodes.push(wrap(entity, text.slice(entity.offset, stop), inside, hands));
      at = stop;
      afterBlock = isBlock;
    }
    index = next;
  }
  plain(end, false);
  return nodes;
}

/** @param {Entity} entity @param {string} text @param {Node[]} inside @param {Hands} hands @returns {Node} */
function wrap(entity, text, inside, hands) {
  switch (entity.type) {
    case "code":
      return h("code", { ...pressable(() => hands.copy(text)), title: hands.texts.copyCode }, inside);
    case "pre":
      return h("pre", { ...pressable(() => hands.copy(text)), title: hands.texts.copyCode }, inside);
    case "spoiler":
      return spoiler(inside, hands.texts.spoiler);
    case "blockquote":
      return h("blockquote", {}, inside);
    case "expandable_blockquote":
      return expandable(inside);
    case "text_link":
      return link(entity.url ?? "", inside);
    case "url":
      return link(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`, inside);
    case "email":
      return link(`mailto:${text}`, inside);
    case "bot_command":
      return h("span", { class: "link", ...pressable(() => hands.send(text)) }, inside);
    case "mention":
    case "hashtag":
    case "cashtag":
    case "phone_number":
      return h("span", { class: "link" }, inside);
    case "date_time":
      return moment(entity, hands.language) ?? h("span", {}, inside);
    default:
      return h(TAGS[entity.type] ?? "span", {}, inside);
  }
}

/** Attributes that let a piece of text be pressed with a finger, a mouse or the keyboard. @param {() => void} act */
function pressable(act) {
  return {
    role: "button",
    tabindex: 0,
    on: {
      click: act,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        act();
      },
    },
  };
}

/** @param {string} url @param {Node[]} inside */
function link(url, inside) {
  if (!/^(https?|mailto|tg):/i.test(url)) return h("span", { class: "link" }, inside);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, inside);
}

/** @param {Node[]} inside @param {string} label */
function spoiler(inside, label) {
  const hidden = h("span", { class: "spoiler-text", "aria-hidden": "true" }, inside);
  const cover = h("span", { class: "spoiler", ...pressable(reveal), "aria-label": label }, hidden);
  function reveal() {
    cover.classList.add("shown");
    hidden.removeAttribute("aria-hidden");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  }
  return cover;
}

/** @param {Node[]} inside */
function expandable(inside) {
  const quote = h("blockquote", { class: "expandable", "aria-expanded": "false", ...pressable(toggle) }, inside);
  function toggle() {
    quote.setAttribute("aria-expanded", String(quote.classList.toggle("open")));
  }
  return quote;
}

/** @param {Entity} entity @param {string} language */
function moment(entity, language) {
  if (entity.unix_time === undefined) return undefined;
  const format = entity.date_time_format ?? "";
  if (format === "") return undefined;
  return h(
    "time",
    {
      datetime: new Date(entity.unix_time * 1000).toISOString(),
      "data-unix": entity.unix_time,
      "data-format": format,
    },
    formatMoment(entity.unix_time, format, language),
  );
}
