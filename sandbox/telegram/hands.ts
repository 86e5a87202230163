import { randomBytes } from "node:crypto";
import { detectEntities } from "./entities/detect.ts";
import { normalize } from "./entities/normalize.ts";
import { documentOf, photoSizes } from "./files.ts";
import type { Stored } from "./messages.ts";
import type { Upload } from "./parameters.ts";
import { chatOf, type PersonRecord, userOf } from "./persons.ts";
import type { Button, CallbackQuery, Message } from "./wire.ts";
import type { World } from "./world.ts";

/** What pressing a button did: a query the bot must answer, or something only the person's app does. */
export type PressResult =
  | { kind: "callback"; callbackId: string }
  | { kind: "url"; url: string }
  | { kind: "copy"; copied: string }
  | { kind: "web_app"; url: string }
  | { kind: "disabled" };

const instances = new WeakMap<World, Map<number, string>>();

/** What a person can do in the chat with the bot. Every action queues the update Telegram would send. */
export const createHands = (world: World) => {
  const chatInstance = (id: number): string => {
    const known = instances.get(world) ?? new Map<number, string>();
    instances.set(world, known);
    const instance = known.get(id) ?? randomBytes(7).readUIntBE(0, 6).toString().padStart(16, "4");
    known.set(id, instance);
    return instance;
  };

  const membership = (person: PersonRecord, from: string, to: string) => {
    const member = (status: string) => ({
      user: world.bot,
      status,
      ...(status === "kicked" && { until_date: 0 }),
    });
    world.updates.push(
      "my_chat_member",
      {
        chat: chatOf(person),
        from: userOf(person),
        date: world.clock.seconds(),
        old_chat_member: member(from),
        new_chat_member: member(to),
      },
      `member:${person.id}`,
    );
  };

  const block = (id: number, blocked: boolean) => {
    const person = world.persons.ensure(id);
    if (person.blocked === blocked) return;
    person.blocked = blocked;
    membership(person, blocked ? "member" : "kicked", blocked ? "kicked" : "member");
  };

  const say = (id: number, content: Partial<Message>): Stored => {
    const person = world.persons.ensure(id);
    if (person.blocked) block(id, false);
    person.started = true;
    const stored = world.messages.add(
      { from: userOf(person), chat: chatOf(person), ...content },
      { fromBot: false, silent: false, markup: "none" },
    );
    world.updates.push("message", stored.message, `chat:${id}`);
    return stored;
  };

  const textOf = (raw: string): Partial<Message> => {
    const { text } = normalize({ text: raw, entities: [] });
    if (text === "") throw new Error("A person cannot send an empty message");
    if (text.length > 4096) throw new Error("A person cannot send more than 4096 characters in one message");
    const entities = detectEntities(text, []);
    return { text, ...(entities.length > 0 && { entities }) };
  };

  const query = (id: number, data: string, message: CallbackQuery["message"]): string => {
    const person = world.persons.ensure(id);
    const callbackId = world.callbacks.create(id);
    const payload: CallbackQuery = {
      id: callbackId,
      from: userOf(person),
      message,
      chat_instance: chatInstance(id),
      data,
    };
    world.updates.push("callback_query", payload, `user:${id}`);
    return callbackId;
  };

  const pressButton = (id: number, stored: Stored, button: Button): PressResult => {
    if ("callback_data" in button) {
      return { kind: "callback", callbackId: query(id, button.callback_data, stored.message) };
    }
    if ("url" in button) return { kind: "url", url: button.url };
    if ("copy_text" in button) return { kind: "copy", copied: button.copy_text.text };
    if ("web_app" in button) return { kind: "web_app", url: button.web_app.url };
    return { kind: "disabled" };
  };

  return {
    block,
    say: (id: number, text: string) => say(id, textOf(text)),
    sendFile: (id: number, kind: "photo" | "document", upload: Upload, caption = "") => {
      const file = world.files[kind](upload);
      const content = kind === "photo" ? { photo: photoSizes(file) } : { document: documentOf(file) };
      return say(id, { ...content, ...(caption !== "" && { caption }) });
    },
    shareContact: (id: number, phone: string) =>
      say(id, { contact: { phone_number: phone, first_name: world.persons.ensure(id).name, user_id: id } }),
    press: (id: number, messageId: number, row: number, column: number): PressResult => {
      const stored = world.messages.find(id, messageId);
      const button = stored?.message.reply_markup?.inline_keyboard[row]?.[column];
      if (!stored || !button) throw new Error(`No button at row ${row}, column ${column} of message ${messageId}`);
      return pressButton(id, stored, button);
    },
    /** Presses a button that is not (or no longer) shown: an old client, or a forger. */
    forge: (id: number, data: string, messageId: number): string => {
      const stored = world.messages.find(id, messageId);
      const chat = chatOf(world.persons.ensure(id));
      return query(id, data, stored?.message ?? { chat, message_id: messageId, date: 0 });
    },
    edit: (id: number, messageId: number, text: string): void => {
      const stored = world.messages.find(id, messageId);
      if (!stored || stored.fromBot) throw new Error(`Message ${messageId} is none of this person's`);
      const { text: _, entities: __, ...rest } = stored.message;
      const edited = { ...rest, ...textOf(text), edit_date: world.clock.seconds() };
      world.messages.replace(stored, edited);
      world.updates.push("edited_message", edited, `chat:${id}`);
    },
    /** Removes a message on the person's side; the bot is not told, as on Telegram. */
    remove: (id: number, messageId: number): void => void world.messages.remove(id, messageId),
  };
};

export type Hands = ReturnType<typeof createHands>;
