import { badRequest } from "../failure.ts";
import type { Parameters } from "../parameters.ts";
import type { Described, MenuButton } from "../profile.ts";
import type { BotCommand } from "../wire.ts";
import type { World } from "../world.ts";
import type { Method } from "./method.ts";

const scopes = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];

const languageOf = (parameters: Parameters): string => {
  const language = parameters.text("language_code");
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("Invalid language code specified");
  return language;
};

const scopeOf = (parameters: Parameters): string => {
  const scope = parameters.json("scope");
  if (scope === undefined) return "default";
  if (typeof scope !== "object" || scope === null || !("type" in scope)) {
    throw badRequest("Can't parse BotCommandScope: Can't find field \"type\"");
  }
  if (scope.type === "chat" && "chat_id" in scope) return `chat/${String(scope.chat_id)}`;
  if (typeof scope.type === "string" && scopes.includes(scope.type)) return scope.type;
  throw badRequest("Can't parse BotCommandScope: unsupported type specified");
};

const readCommand = (given: unknown): BotCommand => {
  const { command, description } = (given ?? {}) as Record<string, unknown>;
  if (typeof command !== "string") throw badRequest("Can't parse BotCommand: Can't find field \"command\"");
  if (typeof description !== "string") throw badRequest("Can't parse BotCommand: Can't find field \"description\"");
  const name = command.trim().replace(/^\//, "");
  const text = description.trim();
  if (name === "" || name.length > 32) throw badRequest("Command length must not exceed 32");
  if (!/^[a-z0-9_]+$/.test(name)) throw badRequest("BOT_COMMAND_INVALID");
  if (text === "") throw badRequest("Command description must be non-empty");
  if ([...text].length > 256) throw badRequest("Command description length must not exceed 256");
  return { command: name, description: text };
};

const tellCommands = (world: World) => {
  for (const person of world.persons.all()) world.events.emit({ person: person.id, kind: "commands" });
};

const setMyCommands: Method = (parameters, { world }) => {
  const given = parameters.json("commands") ?? [];
  if (!Array.isArray(given)) throw badRequest("Expected an Array of BotCommand");
  if (given.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  world.profile.setCommands(scopeOf(parameters), languageOf(parameters), given.map(readCommand));
  tellCommands(world);
  return { result: true };
};

const getMyCommands: Method = (parameters, { world }) => ({
  result: world.profile.commands(scopeOf(parameters), languageOf(parameters)),
});

const deleteMyCommands: Method = (parameters, { world }) => {
  world.profile.setCommands(scopeOf(parameters), languageOf(parameters), []);
  tellCommands(world);
  return { result: true };
};

const setter =
  (what: Described, field: string, limit: number, code: string): Method =>
  (parameters, { world }) => {
    const text = parameters.text(field).trim();
    if ([...text].length > limit) throw badRequest(code);
    world.profile.setText(what, languageOf(parameters), text);
    return { result: true };
  };

const getter =
  (what: Described, field: string): Method =>
  (parameters, { world }) => ({ result: { [field]: world.profile.text(what, languageOf(parameters)) } });

const menuChat = (parameters: Parameters, world: World): number | "default" => {
  if (!parameters.has("chat_id")) return "default";
  const id = parameters.integer("chat_id");
  if (!world.persons.get(id)) throw badRequest("Chat not found");
  return id;
};

const setChatMenuButton: Method = (parameters, { world }) => {
  const given = parameters.json("menu_button") ?? { type: "default" };
  if (typeof given !== "object" || given === null || !("type" in given)) {
    throw badRequest("Can't parse menu button: Can't find field \"type\"");
  }
  if (!["default", "commands", "web_app"].includes(String(given.type)))
    throw badRequest("Unsupported menu button type specified");
  world.profile.setMenu(menuChat(parameters, world), given as MenuButton);
  tellCommands(world);
  return { result: true };
};

const getChatMenuButton: Method = (parameters, { world }) => ({
  result: world.profile.menu(menuChat(parameters, world)),
});

export const profileMethods = {
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: setter("name", "name", 64, "BOT_NAME_TOO_LONG"),
  getMyName: getter("name", "name"),
  setMyDescription: setter("description", "description", 512, "Description is too long"),
  getMyDescription: getter("description", "description"),
  setMyShortDescription: setter("shortDescription", "short_description", 120, "Short description is too long"),
  getMyShortDescription: getter("shortDescription", "short_description"),
  setChatMenuButton,
  getChatMenuButton,
};
