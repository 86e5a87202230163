import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Messages } from "./i18n.keys.ts";
import { LOCALES, type Locale } from "./lib/locale.ts";
import type { Cents } from "./lib/money.ts";
import { bound, escapeHtml } from "./lib/text.ts";

export { LOCALES, type Locale };
export type MessageKey = keyof Messages;
/** A text without variables. */
export type PlainKey = { [Key in MessageKey]: [Messages[Key]] extends [never] ? Key : never }[MessageKey];

/** HTML that is already safe to send: the only kind of argument that `html` does not escape. */
export type Markup = { readonly markup: string };
export const markup = (html: string): Markup => ({ markup: html });

type Value = string | number;
type Args<Key extends MessageKey, V> = [Messages[Key]] extends [never] ? [] : [Record<Messages[Key], V>];

/** One language: texts by key, and money and dates the way its readers write them. */
export type Translator = ReturnType<typeof createTranslator>;

const FOLDER = join(import.meta.dirname, "..", "locales");
const INTL: Record<Locale, string> = { en: "en-US", ru: "ru-RU" };
const LONGEST_ARGUMENT = 256;

/** Picks the language of a person from what Telegram says of them (an IETF tag such as `ru-RU`). */
export function pickLocale(languageCode: string | undefined, fallback: Locale): Locale {
  const language = languageCode?.slice(0, 2).toLowerCase();
  return LOCALES.find((locale) => locale === language) ?? fallback;
}

const translators = new Map<Locale, Translator>();

/** The translator of a language; read from `locales/` once. */
export function translator(locale: Locale): Translator {
  const known = translators.get(locale) ?? createTranslator(locale);
  translators.set(locale, known);
  return known;
}

function createTranslator(locale: Locale) {
  const bundle = new FluentBundle(INTL[locale], { useIsolating: false });
  for (const file of readdirSync(join(FOLDER, locale)).filter((name) => name.endsWith(".ftl"))) {
    const errors = bundle.addResource(new FluentResource(readFileSync(join(FOLDER, locale, file), "utf8")));
    if (errors.length > 0) throw new Error(`locales/${locale}/${file}: ${errors.join("; ")}`);
  }
  const dollars = new Intl.NumberFormat(INTL[locale], { style: "currency", currency: "USD" });
  // Making one takes a quarter of a millisecond, which is much for a code under way.
  const clocks = new Map<TimeForm, Intl.DateTimeFormat>();

  function format(key: MessageKey, args: Record<string, Value>): string {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`locales/${locale}: no text for ${key}`);
    return bundle.formatPattern(pattern, args);
  }

  return {
    locale,

    /** A text for buttons, pop-ups and toasts: no markup, arguments as they are (bounded). */
    plain<Key extends MessageKey>(key: Key, ...args: Args<Key, Value>): string {
      return format(
        key,
        mapValues(args[0] ?? {}, (value) => (typeof value === "string" ? tidy(value) : value)),
      );
    },

    /** A text for a message in Telegram's HTML: every text argument is escaped and bounded, unless it is `Markup`. */
    html<Key extends MessageKey>(key: Key, ...args: Args<Key, Value | Markup>): string {
      return format(
        key,
        mapValues<Value | Markup>(args[0] ?? {}, (value) => {
          if (typeof value === "number") return value;
          return typeof value === "string" ? escapeHtml(tidy(value)) : value.markup;
        }),
      );
    },

    /** `1250` -> `$12.50` or `12,50 $`. A minus is the typographic one. */
    money: (cents: Cents): string => dollars.format(cents / 100).replace("-", "\u2212"),

    /** `1250` -> `+$12.50`; for movements, where the direction matters. */
    signedMoney: (cents: Cents): string =>
      `${cents > 0 ? "+" : ""}${dollars.format(cents / 100).replace("-", "\u2212")}`,

    /**
     * A moment that Telegram draws in the reader's own zone and language (a `date_time` entity).
     * `relative` counts ("in 4 minutes"). Apps that do not know the entity show the UTC text inside.
     */
    time(at: number, form: TimeForm): Markup {
      const { format, options } = TIME_FORMS[form];
      const clock = clocks.get(form) ?? new Intl.DateTimeFormat(INTL[locale], { ...options, timeZone: "UTC" });
      clocks.set(form, clock);
      const text = clock.format(at);
      const zone = form === "date" ? "" : " UTC";
      return markup(`<tg-time unix="${Math.floor(at / 1000)}" format="${format}">${text}${zone}</tg-time>`);
    },

    /** `2029-04` -> `04/29`. Card expiry as it is printed on cards, in UTC. */
    expiry(at: number): string {
      const date = new Date(at);
      return `${String(date.getUTCMonth() + 1).padStart(2, "0")}/${String(date.getUTCFullYear()).slice(-2)}`;
    },
  };
}

type TimeForm = "relative" | "time" | "date" | "moment";

// The formats of Bot API `date_time` entities: r relative, t short time, D long date, d short date.
const TIME_FORMS: Record<TimeForm, { format: string; options: Intl.DateTimeFormatOptions }> = {
  relative: { format: "r", options: { hour: "2-digit", minute: "2-digit" } },
  time: { format: "t", options: { hour: "2-digit", minute: "2-digit" } },
  date: { format: "D", options: { day: "numeric", month: "long", year: "numeric" } },
  moment: { format: "dt", options: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } },
};

const tidy = (text: string): string => bound(text, LONGEST_ARGUMENT);

function mapValues<In>(args: Record<string, In>, change: (value: In) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, change(value)]));
}
