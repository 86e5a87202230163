import { badRequest } from "../failure.ts";
import type { Entity } from "../wire.ts";
import { decodeReference } from "./references.ts";

export type Formatted = { text: string; entities: Entity[] };

type Open = { tag: string; argument: string; attributes: Map<string, string>; offset: number; from: number };

const plainTags: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  u: "underline",
  ins: "underline",
  "tg-spoiler": "spoiler",
  span: "spoiler",
};
const otherTags = new Set(["a", "pre", "code", "blockquote", "tg-emoji", "tg-time"]);

const isDateFormat = (format: string) => /^(?:r|R|[tTdDwW]*)$/.test(format);
const isSpace = (char: string | undefined) => char === undefined || /[ \t\r\n\0\v]/.test(char);
const bytes = (text: string, end: number) => Buffer.byteLength(text.slice(0, end));
const refuse = (text: string) => badRequest(`can't parse entities: ${text}`);

const closed = (open: Open, text: string, entities: Entity[]): Entity | undefined => {
  const offset = open.offset;
  const length = text.length - offset;
  const last = entities.at(-1);
  const sameAsLast = last !== undefined && last.offset === offset && last.length === length;
  const simple = plainTags[open.tag];
  if (simple) return { type: simple, offset, length };
  switch (open.tag) {
    case "a": {
      const url = open.argument || text.slice(open.from);
      const user = /^tg:\/\/user\?id=(\d+)$/i.exec(url);
      if (user) {
        return { type: "text_mention", offset, length, user: { id: Number(user[1]), is_bot: false, first_name: "" } };
      }
      const checked = checkedLink(url);
      return checked === undefined ? undefined : { type: "text_link", offset, length, url: checked };
    }
    case "pre":
      if (sameAsLast && last.type === "code" && last.language) {
        last.type = "pre";
        return undefined;
      }
      return { type: "pre", offset, length };
    case "code":
      if (sameAsLast && last.type === "pre" && open.argument) {
        last.language = open.argument;
        return undefined;
      }
      return { type: "code", offset, length, ...(open.argument && { language: open.argument }) };
    case "blockquote":
      return { type: open.argument ? "expandable_blockquote" : "blockquote", offset, length };
    case "tg-emoji":
      if (!/^[1-9]\d*$/.test(open.argument)) throw refuse("Invalid custom emoji identifier specified");
      return { type: "custom_emoji", offset, length, custom_emoji_id: open.argument };
    default: {
      const format = open.attributes.get("format") ?? "";
      if (!isDateFormat(format)) throw refuse("Invalid date format used");
      const time = Number.parseInt(open.argument, 10);
      if (!(time > 0)) return undefined;
      return { type: "date_time", offset, length, unix_time: time, date_time_format: format };
    }
  }
};

/** What Telegram makes of a link's target: scheme and host normalised; undefined when it is no link (then no entity). */
const checkedLink = (url: string): string | undefined => {
  if (/^(tg|ton|tonsite|mailto|tel):/i.test(url)) return url;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  if (!/^https?:/i.test(full) || !URL.canParse(full)) return undefined;
  const parsed = new URL(full);
  return parsed.hostname.includes(".") ? parsed.href : undefined;
};

const argumentOf = (tag: string, attributes: Map<string, string>): string => {
  const kind = attributes.get("class") ?? "";
  if (tag === "a") return attributes.get("href") ?? "";
  if (tag === "code") return kind.startsWith("language-") ? kind.slice(9) : "";
  if (tag === "span") return kind.startsWith("tg-") ? kind.slice(3) : "";
  if (tag === "tg-emoji") return attributes.get("emoji-id") ?? "";
  if (tag === "tg-time") return attributes.get("unix") ?? "";
  if (tag === "blockquote") return attributes.has("expandable") ? "1" : "";
  return "";
};

/** Reads one start tag; `at` stands behind its name. Returns the attributes and the place behind the closing ">". */
const readAttributes = (source: string, at: number, tag: string, begin: number) => {
  const attributes = new Map<string, string>();
  const where = `at byte offset ${bytes(source, begin)}`;
  let i = at;
  for (;;) {
    while (i < source.length && isSpace(source[i])) i++;
    if (source[i] === ">") return { attributes, next: i + 1 };
    if (i >= source.length) throw refuse(`Unclosed start tag "${tag}" ${where}`);
    const nameFrom = i;
    while (!isSpace(source[i]) && !/[=>/"']/.test(source[i] ?? "")) i++;
    const name = source.slice(nameFrom, i);
    if (name === "") throw refuse(`Empty attribute name in the tag "${tag}" ${where}`);
    while (i < source.length && isSpace(source[i])) i++;
    if (source[i] !== "=") {
      if (i >= source.length) throw refuse(`Unclosed start tag "${tag}" ${where}`);
      if (!attributes.has(name)) attributes.set(name, "");
      continue;
    }
    i++;
    while (i < source.length && isSpace(source[i])) i++;
    if (i >= source.length) throw refuse(`Unclosed start tag "${tag}" ${where}`);
    const quote = source[i];
    let value = "";
    if (quote === '"' || quote === "'") {
      i++;
      while (i < source.length && source[i] !== quote) {
        const reference = decodeReference(source, i);
        value += reference ? reference.text : source[i];
        i = reference ? reference.next : i + 1;
      }
      i++;
    } else {
      const tokenFrom = i;
      while (/[a-z0-9.-]/i.test(source[i] ?? "")) i++;
      value = source.slice(tokenFrom, i).toLowerCase();
      if (!isSpace(source[i]) && source[i] !== ">") {
        throw refuse(`Unexpected end of name token at byte offset ${bytes(source, tokenFrom)}`);
      }
    }
    if (i >= source.length) throw refuse(`Unclosed start tag ${where}`);
    attributes.set(name, value);
  }
};

const readStart = (source: string, begin: number): { open: Omit<Open, "offset" | "from">; next: number } => {
  const where = `at byte offset ${bytes(source, begin)}`;
  let i = begin + 1;
  while (!isSpace(source[i]) && source[i] !== ">") i++;
  if (i >= source.length) throw refuse(`Unclosed start tag ${where}`);
  const tag = source.slice(begin + 1, i).toLowerCase();
  if (!Object.hasOwn(plainTags, tag) && !otherTags.has(tag)) throw refuse(`Unsupported start tag "${tag}" ${where}`);
  const { attributes, next } = readAttributes(source, i, tag, begin);
  const argument = argumentOf(tag, attributes);
  if (tag === "span" && argument !== "spoiler") throw refuse(`Tag "span" must have class "tg-spoiler" ${where}`);
  return { open: { tag, argument, attributes }, next };
};

/**
 * Telegram's HTML to text and entities (offsets in UTF-16 units), after TDLib's parser. Throws an `ApiFailure` with the
 * real wording, byte offsets counted in UTF-8.
 */
export const parseHtml = (source: string): Formatted => {
  const entities: Entity[] = [];
  const stack: Open[] = [];
  let text = "";
  let i = 0;
  while (i < source.length) {
    const reference = decodeReference(source, i);
    if (reference) {
      text += reference.text;
      i = reference.next;
      continue;
    }
    if (source[i] !== "<") {
      text += source[i];
      i++;
      continue;
    }
    if (source[i + 1] !== "/") {
      const { open, next } = readStart(source, i);
      stack.push({ ...open, offset: text.length, from: text.length });
      i = next;
      continue;
    }
    const begin = i;
    const open = stack.at(-1);
    if (!open) throw refuse(`Unexpected end tag at byte offset ${bytes(source, begin)}`);
    i += 2;
    while (!isSpace(source[i]) && source[i] !== ">") i++;
    const name = source.slice(begin + 2, i).toLowerCase();
    while (i < source.length && isSpace(source[i])) i++;
    if (source[i] !== ">") throw refuse(`Unclosed end tag at byte offset ${bytes(source, begin)}`);
    if (name !== "" && name !== open.tag) {
      const found = `expected "</${open.tag}>", found "</${name}>"`;
      throw refuse(`Unmatched end tag at byte offset ${bytes(source, begin)}, ${found}`);
    }
    i++;
    stack.pop();
    const entity = text.length > open.offset ? closed(open, text, entities) : undefined;
    if (entity) entities.push(entity);
  }
  const unclosed = stack.at(-1);
  if (unclosed) throw refuse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  for (const entity of entities) if (entity.type === "code") delete entity.language;
  return { text, entities };
};
