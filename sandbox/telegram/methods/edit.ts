import { isDeepStrictEqual } from "node:util";
import { checkCaption, checkText, parseCaption, parseText } from "../entities/text.ts";
import { badRequest } from "../failure.ts";
import { documentOf, photoSizes } from "../files.ts";
import { checkMarkup, type Markup, parseMarkup } from "../keyboard.ts";
import type { Stored } from "../messages.ts";
import { createParameters, type Parameters } from "../parameters.ts";
import type { Message } from "../wire.ts";
import type { World } from "../world.ts";
import { editableOf } from "./chat.ts";
import type { Method } from "./method.ts";
import { captionFields, fileOf, previewOf } from "./send.ts";

const unchanged = () =>
  badRequest(
    "Message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  );

const change = (stored: Stored, next: Message, world: World): { result: Message } => {
  if (isDeepStrictEqual(stored.message, next)) throw unchanged();
  const edited = { ...next, edit_date: world.clock.seconds() };
  return { result: world.messages.replace(stored, edited).message };
};

/** The message without its content and keyboard: what an edit then fills anew. */
const bare = (message: Message): Message => {
  const { text, entities, caption, caption_entities, reply_markup, link_preview_options, ...rest } = message;
  return rest;
};

const keyboardOf = (parsed: Markup, world: World): Partial<Message> => {
  const markup = checkMarkup(parsed, world.options);
  if (markup.kind === "reply") throw badRequest("Inline keyboard expected");
  return markup.kind === "inline" ? { reply_markup: markup.keyboard } : {};
};

/** The order of the real server: content and markup, then the message, then what TDLib and Telegram refuse. */
const edit = (parameters: Parameters, world: World, makeNext: (old: Message) => Message): { result: Message } => {
  const parsed = parseMarkup(parameters.json("reply_markup"));
  const { stored, person } = editableOf(parameters, world);
  const next = makeNext(stored.message);
  const keyboard = keyboardOf(parsed, world);
  world.persons.checkOpen(person);
  return change(stored, { ...next, ...keyboard }, world);
};

const editMessageText: Method = (parameters, { world }) => {
  const text = parseText(parameters);
  return edit(parameters, world, (old) => {
    if (old.text === undefined) throw badRequest("There is no text in the message to edit");
    checkText(text);
    const entities = text.entities.length > 0 && { entities: text.entities };
    return { ...bare(old), text: text.text, ...entities, ...previewOf(parameters) };
  });
};

const editMessageCaption: Method = (parameters, { world }) => {
  const caption = parseCaption(parameters);
  return edit(parameters, world, (old) => {
    if (!old.photo && !old.document) throw badRequest("There is no caption in the message to edit");
    checkCaption(caption);
    return { ...bare(old), ...captionFields(caption) };
  });
};

const editMessageReplyMarkup: Method = (parameters, { world }) =>
  edit(parameters, world, (old) => {
    const { reply_markup, ...rest } = old;
    return rest;
  });

const mediaOf = (media: Record<string, unknown>, parameters: Parameters, world: World): Partial<Message> => {
  const kind = media.type;
  if (kind !== "photo" && kind !== "document")
    throw badRequest(`Can't parse InputMedia: the emulator has no type ${String(kind)}`);
  const inner = createParameters({ ...media, [kind]: media.media }, parameters.files);
  const file = fileOf(kind, inner, world);
  const caption = parseCaption(inner);
  checkCaption(caption);
  const content = kind === "photo" ? { photo: photoSizes(file) } : { document: documentOf(file) };
  const spoiler = inner.flag("has_spoiler") && { has_media_spoiler: true as const };
  return { ...content, ...captionFields(caption), ...spoiler };
};

const editMessageMedia: Method = (parameters, { world }) => {
  const media = parameters.json("media");
  if (typeof media !== "object" || media === null) throw badRequest("Media must be non-empty");
  return edit(parameters, world, (old) => {
    const { photo, document, has_media_spoiler, ...rest } = bare(old);
    return { ...rest, ...mediaOf({ ...media }, parameters, world) };
  });
};

export const editMethods = { editMessageText, editMessageCaption, editMessageReplyMarkup, editMessageMedia };
