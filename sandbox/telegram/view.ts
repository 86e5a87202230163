import type { Stored } from "./messages.ts";
import type { PersonRecord } from "./persons.ts";
import type { BotCommand, Button, Entity } from "./wire.ts";
import type { World } from "./world.ts";

export type VisibleButton = {
  /** `messageId.row.column` */
  id: string;
  text: string;
  style?: string;
  kind: "callback" | "url" | "copy" | "web_app" | "disabled";
  data?: string;
  url?: string;
  copy?: string;
};

/** A message as a person sees it. `date` and `editDate` are seconds since the epoch. */
export type VisibleMessage = {
  id: number;
  from: "bot" | "person";
  date: number;
  editDate?: number;
  /** The text, or the caption of a photo or document; never undefined. */
  text: string;
  entities: Entity[];
  caption?: string;
  photo?: { url: string; width: number; height: number; spoiler?: true };
  document?: { url: string; name: string; size: number };
  keyboard?: VisibleButton[][];
  replyKeyboard?: unknown;
  protect: boolean;
  replyTo?: number;
  silent: boolean;
  revision: number;
};

export type ChatView = {
  bot: {
    id: number;
    name: string;
    username: string;
    description: string;
    shortDescription: string;
    commands: BotCommand[];
    menu: unknown;
  };
  person: { id: number; name: string; language: string; blocked: boolean; started: boolean };
  /** Virtual time, ms. */
  now: number;
  messages: VisibleMessage[];
};

const seen = (button: Button, id: string): VisibleButton => {
  const look = { id, text: button.text, ...(button.style && { style: button.style }) };
  if ("callback_data" in button) return { ...look, kind: "callback", data: button.callback_data };
  if ("url" in button) return { ...look, kind: "url", url: button.url };
  if ("copy_text" in button) return { ...look, kind: "copy", copy: button.copy_text.text };
  if ("web_app" in button) return { ...look, kind: "web_app", url: button.web_app.url };
  return { ...look, kind: "disabled" };
};

const fileUrl = (fileId: string) => `/_emu/file/${fileId}`;

/** Draws one stored message for a person's eyes. */
export const viewMessage = ({ message, fromBot, silent, reply, revision }: Stored): VisibleMessage => {
  const photo = message.photo?.at(-1);
  const document = message.document;
  return {
    id: message.message_id,
    from: fromBot ? "bot" : "person",
    date: message.date,
    ...(message.edit_date !== undefined && { editDate: message.edit_date }),
    text: message.text ?? message.caption ?? "",
    entities: message.entities ?? message.caption_entities ?? [],
    ...(message.caption !== undefined && { caption: message.caption }),
    ...(photo && {
      photo: {
        url: fileUrl(photo.file_id),
        width: photo.width,
        height: photo.height,
        ...(message.has_media_spoiler && { spoiler: true as const }),
      },
    }),
    ...(document && {
      document: { url: fileUrl(document.file_id), name: document.file_name ?? "file", size: document.file_size },
    }),
    ...(message.reply_markup && {
      keyboard: message.reply_markup.inline_keyboard.map((row, y) =>
        row.map((button, x) => seen(button, `${message.message_id}.${y}.${x}`)),
      ),
    }),
    ...(reply !== undefined && { replyKeyboard: reply }),
    protect: message.has_protected_content === true,
    ...(message.reply_to_message && { replyTo: message.reply_to_message.message_id }),
    silent,
    revision,
  };
};

/** The whole chat of a person, in their language where the bot has texts for it. */
export const viewChat = (world: World, person: PersonRecord): ChatView => {
  // Commands and texts are set by two-letter codes; a person's may be longer ("pt-br").
  const language = person.language?.slice(0, 2) ?? "";
  const { profile, bot } = world;
  return {
    bot: {
      id: bot.id,
      name: profile.text("name", language),
      username: bot.username ?? "",
      description: profile.text("description", language),
      shortDescription: profile.text("shortDescription", language),
      commands: profile.commandsFor(person.id, language),
      menu: profile.menu(person.id),
    },
    person: {
      id: person.id,
      name: person.name,
      language: person.language ?? "",
      blocked: person.blocked,
      started: person.started,
    },
    now: world.clock.now(),
    messages: world.messages.list(person.id).map(viewMessage),
  };
};
