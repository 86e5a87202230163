import type { Formatted } from "../entities/html.ts";
import { checkCaption, checkText, parseCaption, parseText } from "../entities/text.ts";
import { badRequest } from "../failure.ts";
import { documentOf, photoSizes, type StoredFile } from "../files.ts";
import { checkMarkup, parseMarkup } from "../keyboard.ts";
import type { Parameters } from "../parameters.ts";
import { chatOf, type PersonRecord } from "../persons.ts";
import type { Message } from "../wire.ts";
import type { World } from "../world.ts";
import { targetOf } from "./chat.ts";
import type { Method } from "./method.ts";

type Content = Partial<Message>;

/** The photo or document of a request: uploaded, or known by its id. By URL is refused: there is no internet here. */
export const fileOf = (kind: "photo" | "document", parameters: Parameters, world: World): StoredFile => {
  const upload = parameters.file(kind);
  if (upload) return world.files[kind](upload);
  const given = parameters.text(kind);
  if (given === "") throw badRequest(`There is no ${kind} in the request`);
  if (/^https?:\/\//i.test(given)) throw badRequest("Failed to get HTTP URL content");
  const known = world.files.get(given);
  if (!known) throw badRequest("Wrong file identifier/HTTP URL specified");
  if (known.kind !== kind)
    throw badRequest(
      `Can't use file of type ${known.kind === "photo" ? "Photo" : "Document"} as ${kind === "photo" ? "Photo" : "Document"}`,
    );
  return known;
};

/** A caption as fields of a message; absent when empty. */
export const captionFields = ({ text, entities }: Formatted): Content =>
  text === "" ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };

const previewFields = ["is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"];

/** The known part of `link_preview_options`; absent when nothing is left. */
export const previewOf = (parameters: Parameters): Content => {
  const given = parameters.json("link_preview_options");
  if (typeof given !== "object" || given === null) return {};
  const known = Object.entries(given).filter(([name, value]) => previewFields.includes(name) && value !== false);
  return known.length > 0 ? { link_preview_options: Object.fromEntries(known) } : {};
};

const replyOf = (parameters: Parameters, person: PersonRecord, world: World): Content => {
  const given = parameters.json("reply_parameters");
  const legacy = parameters.integer("reply_to_message_id");
  const wanted =
    typeof given === "object" && given !== null && "message_id" in given ? Number(given.message_id) : legacy;
  if (Number.isNaN(wanted)) return {};
  const found = world.messages.find(person.id, wanted);
  if (found) {
    const { reply_to_message: _, ...message } = found.message;
    return { reply_to_message: message };
  }
  const lenient =
    (typeof given === "object" &&
      given !== null &&
      "allow_sending_without_reply" in given &&
      given.allow_sending_without_reply === true) ||
    parameters.flag("allow_sending_without_reply");
  if (!lenient) throw badRequest("Message to be replied not found");
  return {};
};

type Prepared = { content: Content; check: () => void };

/** The order of the real server: content, markup, chat, reply, then what TDLib and Telegram themselves refuse. */
const send = (parameters: Parameters, world: World, prepare: () => Prepared): { result: Message } => {
  const { content, check } = prepare();
  parameters.json("reply_parameters");
  const parsed = parseMarkup(parameters.json("reply_markup"));
  const person = targetOf(parameters, world);
  const reply = replyOf(parameters, person, world);
  check();
  const markup = checkMarkup(parsed, world.options);
  world.persons.checkOpen(person);
  world.limits.take(person.id);
  const stored = world.messages.add(
    {
      from: world.bot,
      chat: chatOf(person),
      ...content,
      ...reply,
      ...(parameters.flag("protect_content") && { has_protected_content: true as const }),
      ...(markup.kind === "inline" && { reply_markup: markup.keyboard }),
    },
    {
      fromBot: true,
      silent: parameters.flag("disable_notification"),
      markup: markup.kind,
      ...(markup.kind === "reply" && { reply: markup.value }),
    },
  );
  return { result: stored.message };
};

const sendMessage: Method = (parameters, { world }) =>
  send(parameters, world, () => {
    const text = parseText(parameters);
    const entities = text.entities.length > 0 && { entities: text.entities };
    return { content: { text: text.text, ...entities, ...previewOf(parameters) }, check: () => checkText(text) };
  });

const sendFile = (kind: "photo" | "document", parameters: Parameters, world: World) =>
  send(parameters, world, () => {
    const file = fileOf(kind, parameters, world);
    const caption = parseCaption(parameters);
    const content = {
      ...(kind === "photo" ? { photo: photoSizes(file) } : { document: documentOf(file) }),
      ...captionFields(caption),
      ...(kind === "photo" &&
        parameters.flag("show_caption_above_media") && { show_caption_above_media: true as const }),
      ...(kind === "photo" && parameters.flag("has_spoiler") && { has_media_spoiler: true as const }),
    };
    return { content, check: () => checkCaption(caption) };
  });

const sendPhoto: Method = (parameters, { world }) => sendFile("photo", parameters, world);
const sendDocument: Method = (parameters, { world }) => sendFile("document", parameters, world);

const actions = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note cancel".split(
    " ",
  ),
);

const sendChatAction: Method = (parameters, { world }) => {
  const action = parameters.text("action");
  if (!actions.has(action)) throw badRequest("Wrong parameter action in request");
  const person = targetOf(parameters, world);
  world.persons.checkOpen(person);
  world.events.emit({ person: person.id, kind: "typing", action });
  return { result: true };
};

export const sendMethods = { sendMessage, sendPhoto, sendDocument, sendChatAction };
