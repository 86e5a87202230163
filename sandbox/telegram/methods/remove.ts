import { badRequest } from "../failure.ts";
import type { World } from "../world.ts";
import { chatIdOf } from "./chat.ts";
import type { Method } from "./method.ts";

const twoDays = 48 * 3600;

const known = (chatId: number, world: World): number => {
  if (!world.persons.get(chatId)) throw badRequest("Chat not found");
  return chatId;
};

const tooOld = (date: number, world: World) => world.clock.seconds() - date > twoDays;

const deleteMessage: Method = (parameters, { world }) => {
  if (!parameters.has("chat_id")) throw badRequest("Chat identifier is not specified");
  const chatId = known(chatIdOf(parameters), world);
  const id = parameters.integer("message_id");
  if (Number.isNaN(id) || id === 0) throw badRequest("Message identifier is not specified");
  const stored = world.messages.find(chatId, id);
  if (!stored) throw badRequest("Message to delete not found");
  if (tooOld(stored.message.date, world)) throw badRequest("Message can't be deleted");
  world.messages.remove(chatId, id);
  return { result: true };
};

const deleteMessages: Method = (parameters, { world }) => {
  if (!parameters.has("chat_id")) throw badRequest("Chat identifier is not specified");
  const chatId = known(chatIdOf(parameters), world);
  const ids = parameters.json("message_ids");
  if (!Array.isArray(ids)) throw badRequest("Message identifiers are not specified");
  if (ids.length === 0) throw badRequest("Message identifiers are not specified");
  if (ids.length > 100) throw badRequest("Too many message identifiers specified");
  const found = ids.flatMap((id) => world.messages.find(chatId, Number(id)) ?? []);
  if (found.some((stored) => tooOld(stored.message.date, world))) throw badRequest("Message can't be deleted");
  for (const stored of found) world.messages.remove(chatId, stored.message.message_id);
  return { result: true };
};

export const removeMethods = { deleteMessage, deleteMessages };
