import { badRequest } from "../failure.ts";
import type { Stored } from "../messages.ts";
import type { Parameters } from "../parameters.ts";
import type { PersonRecord } from "../persons.ts";
import type { World } from "../world.ts";

/** The number in `chat_id`; refuses none and user names (this Telegram has private chats only). */
export const chatIdOf = (parameters: Parameters): number => {
  if (parameters.text("chat_id").trim() === "") throw badRequest("Chat_id is empty");
  const id = parameters.integer("chat_id");
  if (Number.isNaN(id)) throw badRequest("Chat not found");
  return id;
};

/** The person whose private chat is meant; see `Persons.known`. */
export const targetOf = (parameters: Parameters, world: World): PersonRecord =>
  world.persons.known(chatIdOf(parameters));

/** The bot's own message that an edit names; refuses what Telegram would not let it edit. */
export const editableOf = (parameters: Parameters, world: World): { stored: Stored; person: PersonRecord } => {
  const id = parameters.integer("message_id");
  const noMessage = Number.isNaN(id) || id <= 0;
  if (noMessage && !parameters.has("chat_id")) throw badRequest("Message identifier is not specified");
  const person = targetOf(parameters, world);
  const stored = noMessage ? undefined : world.messages.find(person.id, id);
  if (!stored) throw badRequest("Message to edit not found");
  if (!stored.fromBot || stored.markup === "reply") throw badRequest("Message can't be edited");
  return { stored, person };
};
