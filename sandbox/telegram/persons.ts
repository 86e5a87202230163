import { badRequest, forbidden } from "./failure.ts";
import type { Chat, User } from "./wire.ts";

export type PersonRecord = {
  id: number;
  name: string;
  language?: string;
  /** Has written to the bot at least once. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** Another bot: cannot be written to. */
  bot: boolean;
};

/** Who exists in this Telegram. A person's private chat has the person's id. */
export const createPersons = () => {
  const people = new Map<number, PersonRecord>();

  const ensure = (id: number): PersonRecord => {
    const known = people.get(id);
    if (known) return known;
    const person = {
      id,
      name: `Person ${id}`,
      language: "en",
      started: false,
      blocked: false,
      deactivated: false,
      bot: false,
    };
    people.set(id, person);
    return person;
  };

  return {
    ensure,
    get: (id: number) => people.get(id),
    all: () => [...people.values()],
    load: (records: PersonRecord[]) => {
      for (const record of records) people.set(record.id, record);
    },
    clear: () => people.clear(),
    /** The chat a bot names; refuses unknown and deleted ones. */
    known: (chatId: number): PersonRecord => {
      const person = people.get(chatId);
      if (!person) throw badRequest("Chat not found");
      if (person.deactivated) throw forbidden("user is deactivated");
      return person;
    },
    /** Telegram's last word: throws unless this person takes messages from the bot. */
    checkOpen: (person: PersonRecord): void => {
      if (person.bot) throw forbidden("the bot can't send messages to the bot");
      if (person.blocked) throw forbidden("bot was blocked by the user");
      if (!person.started) throw forbidden("bot can't initiate conversation with a user");
    },
  };
};

export type Persons = ReturnType<typeof createPersons>;

export const userOf = (person: PersonRecord): User => ({
  id: person.id,
  is_bot: person.bot,
  first_name: person.name,
  ...(person.language && { language_code: person.language }),
});

export const chatOf = (person: PersonRecord): Chat => ({ id: person.id, type: "private", first_name: person.name });
