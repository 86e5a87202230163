import { LOCALES, type Locale, type MessageKey, type Translator, translator } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Act, Button } from "../notifications/outgoing.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";
import { userOf } from "./wallet.ts";

const NAMES = { en: "settings-name-en", ru: "settings-name-ru" } as const satisfies Record<Locale, MessageKey>;

/** Every language is named in itself, whatever is spoken at the moment. */
export const languageName = (t: Translator, locale: Locale): string => t.plain(NAMES[locale]);

/** One button for each language; `act` gets the language as its argument. */
export const languageRow = (t: Translator, act: Omit<Act, "arg">): Button[] =>
  LOCALES.map((locale) => ({ text: languageName(t, locale), act: { ...act, arg: locale } }));

/** Remembers the language and speaks it from now on. False when the button names no language of ours. */
export async function speak(
  ctx: BotContext,
  store: Pick<Store, "people">,
  clock: Clock,
  wanted: string | undefined,
): Promise<boolean> {
  const locale = LOCALES.find((known) => known === wanted);
  if (!locale) return false;
  const id = userOf(ctx);
  const newcomer = { id, createdAt: clock.now(), wallets: [], settings: {} };
  ctx.person = await store.people.update(id, (person) => ({ ...(person ?? newcomer), locale }));
  ctx.t = translator(locale);
  return true;
}

/** Keeps the language of somebody who never chose one, so that pushes speak it too. Call it when a wallet is connected. */
export async function keepLanguage(ctx: BotContext, store: Pick<Store, "people">): Promise<void> {
  const { locale } = ctx.t;
  await store.people.update(userOf(ctx), (person) => (person && !person.locale ? { ...person, locale } : undefined));
}
