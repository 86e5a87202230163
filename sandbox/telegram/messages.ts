import type { VirtualClock } from "./clock.ts";
import type { Events } from "./events.ts";
import type { Message } from "./wire.ts";

export type Stored = {
  message: Message;
  fromBot: boolean;
  silent: boolean;
  /** Kind of markup it was sent with: Telegram does not let a bot edit messages with anything but an inline one. */
  markup: "none" | "inline" | "reply";
  /** A reply keyboard, force_reply or remove_keyboard as it was given. */
  reply?: unknown;
  /** Grows with every change in any chat: lets a person wait for something newer than a moment. */
  revision: number;
};

export type Draft = Omit<Message, "message_id" | "date">;

/** The messages of all chats. Ids are one sequence per bot account, as for private chats on Telegram. */
export const createMessages = ({ clock, events }: { clock: VirtualClock; events: Events }) => {
  const chats = new Map<number, Map<number, Stored>>();
  let lastId = 0;
  let revision = 0;
  const of = (chatId: number) => {
    const chat = chats.get(chatId) ?? new Map<number, Stored>();
    chats.set(chatId, chat);
    return chat;
  };

  return {
    add: (draft: Draft, how: Pick<Stored, "fromBot" | "silent" | "markup" | "reply">): Stored => {
      const message: Message = { message_id: ++lastId, date: clock.seconds(), ...draft };
      const stored: Stored = { ...how, message, revision: ++revision };
      of(message.chat.id).set(message.message_id, stored);
      events.emit({ person: message.chat.id, kind: "message", messageId: message.message_id });
      return stored;
    },
    find: (chatId: number, messageId: number): Stored | undefined => chats.get(chatId)?.get(messageId),
    /** Puts a changed message in the place of the old one; only a change of content sets the edit date. */
    replace: (stored: Stored, message: Message): Stored => {
      const next = { ...stored, message, revision: ++revision };
      of(message.chat.id).set(message.message_id, next);
      events.emit({ person: message.chat.id, kind: "edited", messageId: message.message_id });
      return next;
    },
    remove: (chatId: number, messageId: number): boolean => {
      const existed = of(chatId).delete(messageId);
      if (existed) events.emit({ person: chatId, kind: "deleted", messageId });
      return existed;
    },
    list: (chatId: number): Stored[] => [...of(chatId).values()],
    revision: () => revision,
    all: (): Stored[] => [...chats.values()].flatMap((chat) => [...chat.values()]),
    load: (stored: Stored[], last: number) => {
      for (const one of stored) of(one.message.chat.id).set(one.message.message_id, one);
      lastId = Math.max(lastId, last);
      revision = Math.max(revision, ...stored.map((one) => one.revision));
    },
    lastId: () => lastId,
    clear: () => chats.clear(),
  };
};

export type Messages = ReturnType<typeof createMessages>;
