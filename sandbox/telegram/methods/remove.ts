import { badRequest } from "../failure.ts";
import type { World } from "../world.ts";
import { targetOf } from "./chat.ts";
import type { Method } from "./method.ts";

const twoDays = 48 * 3600;

const tooOld = (date: number, world: World) => world.clock.seconds() - date > twoDays;

const deleteMessage: Method = (parameters, { world }) => {
  if (!parameters.has("chat_id")) throw badRequest("Chat identifier is not specified");
  const id = parameters.integer("message_id");
  if (Number.isNaN(id) || id === 0) throw badRequest("Message identifier is not specified");
  const chatId = targetOf(parameters, world).id;
  const stored = world.messages.find(chatId, id);
  if (!stored) throw badRequest("Message to delete not found");
  if (tooOld(stored.message.date, world)) throw badRequest("Message can't be deleted");
  world.messages.remove(chatId, id);
  return { result: true };
};

const deleteMessages: Method = (parameters, { world }) => {
  if (parameters.text("message_ids") === "") throw badRequest("Message identifiers are not specified");
  const ids = parameters.json("message_ids");
  if (!Array.isArray(ids)) throw badRequest("Expected an Array of message identifiers");
  if (ids.length > 100) throw badRequest("Too many message identifiers specified");
  if (ids.some((id) => !(Number(id) > 0))) throw badRequest("Invalid message identifier specified");
  if (ids.length === 0) throw badRequest("Message identifiers are not specified");
  const chatId = targetOf(parameters, world).id;
  const found = ids.flatMap((id) => world.messages.find(chatId, Number(id)) ?? []);
  if (found.some((stored) => tooOld(stored.message.date, world))) throw badRequest("Message can't be deleted");
  for (const stored of found) world.messages.remove(chatId, stored.message.message_id);
  return { result: true };
};

export const removeMethods = { deleteMessage, deleteMessages };
