import { isDeepStrictEqual } from "node:util";
import { readText } from "../entities/text.ts";
import { badRequest } from "../failure.ts";
import { documentOf, photoSizes } from "../files.ts";
import { readMarkup } from "../keyboard.ts";
import type { Stored } from "../messages.ts";
import { createParameters, type Parameters } from "../parameters.ts";
import type { Message } from "../wire.ts";
import type { World } from "../world.ts";
import { editableOf } from "./chat.ts";
import type { Method } from "./method.ts";
import { captionOf, fileOf, previewOf } from "./send.ts";

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

const markupOf = (parameters: Parameters, world: World): Partial<Message> => {
  const markup = readMarkup(parameters.json("reply_markup"), world.options);
  if (markup.kind === "reply") throw badRequest("Inline keyboard expected");
  return markup.kind === "inline" ? { reply_markup: markup.keyboard } : {};
};

const editMessageText: Method = (parameters, { world }) => {
  const stored = editableOf(parameters, world);
  const markup = markupOf(parameters, world);
  const { text, entities } = readText(parameters);
  if (stored.message.text === undefined) throw badRequest("There is no text in the message to edit");
  const next = {
    ...bare(stored.message),
    text,
    ...(entities.length > 0 && { entities }),
    ...previewOf(parameters),
    ...markup,
  };
  return change(stored, next, world);
};

const editMessageCaption: Method = (parameters, { world }) => {
  const stored = editableOf(parameters, world);
  const markup = markupOf(parameters, world);
  if (!stored.message.photo && !stored.message.document) throw badRequest("There is no caption in the message to edit");
  return change(stored, { ...bare(stored.message), ...captionOf(parameters), ...markup }, world);
};

const editMessageReplyMarkup: Method = (parameters, { world }) => {
  const stored = editableOf(parameters, world);
  const { reply_markup, ...rest } = stored.message;
  return change(stored, { ...rest, ...markupOf(parameters, world) }, world);
};

const mediaOf = (media: Record<string, unknown>, parameters: Parameters, world: World): Partial<Message> => {
  const kind = media.type;
  if (kind !== "photo" && kind !== "document")
    throw badRequest(`Can't parse InputMedia: the emulator has no type ${String(kind)}`);
  const inner = createParameters({ ...media, [kind]: media.media }, parameters.files);
  const file = fileOf(kind, inner, world);
  const content = kind === "photo" ? { photo: photoSizes(file) } : { document: documentOf(file) };
  return { ...content, ...captionOf(inner), ...(inner.flag("has_spoiler") && { has_media_spoiler: true as const }) };
};

const editMessageMedia: Method = (parameters, { world }) => {
  const stored = editableOf(parameters, world);
  const markup = markupOf(parameters, world);
  const media = parameters.json("media");
  if (typeof media !== "object" || media === null) throw badRequest("Media must be non-empty");
  const { photo, document, has_media_spoiler, ...rest } = bare(stored.message);
  return change(stored, { ...rest, ...mediaOf({ ...media }, parameters, world), ...markup }, world);
};

export const editMethods = { editMessageText, editMessageCaption, editMessageReplyMarkup, editMessageMedia };
