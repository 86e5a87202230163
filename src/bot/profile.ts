import type { Api } from "grammy";
import { LOCALES, type Locale, type Translator, translator } from "../i18n.ts";
import type { Feature } from "./feature.ts";

/** The order of the command menu; commands of features not named here follow. */
const ORDER = [
  "start",
  "cards",
  "newcard",
  "deposit",
  "history",
  "otp",
  "freeze",
  "panic",
  "stats",
  "settings",
  "lang",
  "status",
  "help",
  "support",
  "privacy",
  "export",
  "delete",
  "cancel",
];

/** What Telegram shows of the bot outside of messages. */
type Profile = {
  commands: { command: string; description: string }[];
  description: string;
  shortDescription: string;
};

/** The profile in one language, its command list made of what the features answer. */
function profileOf(t: Translator, features: Feature[]): Profile {
  const commands = features
    .flatMap((feature) => Object.entries(feature.commands ?? {}))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([command, { description }]) => ({ command, description: t.plain(description) }));
  return {
    commands,
    description: t.plain("profile-description"),
    shortDescription: t.plain("profile-short"),
  };
}

const rank = (command: string): number => (ORDER.includes(command) ? ORDER.indexOf(command) : ORDER.length);

/**
 * Writes commands (private chats only), descriptions and the menu button for every language, and the default for people
 * of any other. Telegram picks by the language of the person's app.
 */
export async function publishProfile(api: Api, features: Feature[], fallback: Locale): Promise<void> {
  const languages = [{ locale: fallback }, ...LOCALES.map((locale) => ({ locale, language_code: locale }))];
  for (const { locale, ...language } of languages) {
    const { commands, description, shortDescription } = profileOf(translator(locale), features);
    await api.setMyCommands(commands, { scope: { type: "all_private_chats" }, ...language });
    await api.setMyDescription(description, language);
    await api.setMyShortDescription(shortDescription, language);
  }
  await api.setChatMenuButton({ menu_button: { type: "commands" } });
}
