import type { BotCommand } from "./wire.ts";

export type Described = "name" | "description" | "shortDescription";
export type MenuButton = { type: string; text?: string; web_app?: { url: string } };

export type ProfileState = {
  commands: [string, BotCommand[]][];
  texts: [string, string][];
  menus: [number | "default", MenuButton][];
};

/** What a bot tells about itself: commands by scope and language, name and descriptions by language, menu buttons. */
export const createProfile = ({ name }: { name: string }) => {
  const commands = new Map<string, BotCommand[]>();
  const texts = new Map<string, string>();
  const menus = new Map<number | "default", MenuButton>();
  const textKey = (what: Described, language: string) => `${what}:${language}`;
  const text = (what: Described, language: string) =>
    texts.get(textKey(what, language)) ?? texts.get(textKey(what, "")) ?? (what === "name" ? name : "");

  return {
    setCommands: (scope: string, language: string, list: BotCommand[]) => {
      if (list.length === 0) commands.delete(`${scope}:${language}`);
      else commands.set(`${scope}:${language}`, list);
    },
    commands: (scope: string, language: string) => commands.get(`${scope}:${language}`) ?? [],
    /** The list a person sees: chat before private chats before default, their language before none. */
    commandsFor: (chatId: number, language: string): BotCommand[] => {
      const scopes = [`chat/${chatId}`, "all_private_chats", "default"];
      const keys = scopes.flatMap((scope) => [`${scope}:${language}`, `${scope}:`]);
      return keys.map((key) => commands.get(key)).find((list) => list !== undefined) ?? [];
    },
    setText: (what: Described, language: string, value: string) => {
      if (value === "") texts.delete(textKey(what, language));
      else texts.set(textKey(what, language), value);
    },
    text,
    setMenu: (chat: number | "default", menu: MenuButton) => {
      if (menu.type === "default") menus.delete(chat);
      else menus.set(chat, menu);
    },
    menu: (chat: number | "default"): MenuButton =>
      menus.get(chat) ?? menus.get("default") ?? { type: chat === "default" ? "commands" : "default" },
    state: (): ProfileState => ({ commands: [...commands], texts: [...texts], menus: [...menus] }),
    load: (state: ProfileState) => {
      for (const [key, list] of state.commands) commands.set(key, list);
      for (const [key, value] of state.texts) texts.set(key, value);
      for (const [key, menu] of state.menus) menus.set(key, menu);
    },
    clear: () => {
      commands.clear();
      texts.clear();
      menus.clear();
    },
  };
};

export type Profile = ReturnType<typeof createProfile>;
