import { badRequest } from "../failure.ts";
import type { Parameters } from "../parameters.ts";
import type { Entity } from "../wire.ts";
import { detectEntities } from "./detect.ts";
import { type Formatted, parseHtml } from "./html.ts";
import { normalize } from "./normalize.ts";

const maxRawBytes = 32_768;

/** Parses a raw text by parse mode or explicit entities; everything Telegram does to it before storing it. */
export const formatText = (raw: string, parseMode: string, entities: unknown): Formatted => {
  if (Buffer.byteLength(raw) > maxRawBytes) throw badRequest("Text is too long");
  const source = raw.replaceAll("\r", "");
  const mode = parseMode.toLowerCase();
  let formatted: Formatted;
  if (mode === "html") formatted = parseHtml(source);
  else if (mode === "" || mode === "none") formatted = { text: source, entities: explicit(entities) };
  else if (mode === "markdown" || mode === "markdownv2") formatted = { text: source, entities: [] };
  else throw badRequest("Unsupported parse_mode");
  const clean = normalize(formatted);
  return { text: clean.text, entities: detectEntities(clean.text, clean.entities) };
};

const explicit = (given: unknown): Entity[] => {
  if (!Array.isArray(given)) return [];
  return given.filter(
    (one): one is Entity =>
      typeof one === "object" &&
      one !== null &&
      "type" in one &&
      Number.isInteger(one.offset) &&
      Number.isInteger(one.length),
  );
};

const codePoints = (text: string) => [...text].length;

/** The text of sendMessage and editMessageText as the Bot API server reads it, before it looks for the chat. */
export const parseText = (parameters: Parameters): Formatted => {
  const raw = parameters.text("text");
  if (raw === "") throw badRequest("Message text is empty");
  return formatText(raw, parameters.text("parse_mode"), parameters.json("entities"));
};

/** What TDLib refuses in a text once the chat is known. */
export const checkText = ({ text }: Formatted): void => {
  if (text === "") throw badRequest("Text must be non-empty");
  if (codePoints(text) > 4096) throw badRequest("Message is too long");
};

/** A caption, which may be absent (then the text is ""). */
export const parseCaption = (parameters: Parameters): Formatted =>
  formatText(parameters.text("caption"), parameters.text("parse_mode"), parameters.json("caption_entities"));

export const checkCaption = ({ text }: Formatted): void => {
  if (codePoints(text) > 1024) throw badRequest("Message caption is too long");
};
