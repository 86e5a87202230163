import { Menu, type MenuFlavor } from "@grammyjs/menu";
import type { Filter, NextFunction } from "grammy";
import { LOCALES } from "../../../i18n.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { encodeAct } from "../../callback.ts";
import type { BotContext } from "../../context.ts";
import { wantsDrawings } from "../../drawings.ts";
import { languageName } from "../../language.ts";
import { answer } from "../../screen.ts";

type Deps = {
  /** Draws the settings afresh. */
  open: (ctx: BotContext) => Promise<void>;
  /** Changes the language and draws the settings in it. */
  speak: (ctx: BotContext, locale: string) => Promise<void>;
  /** Turns charts and bars on or off and draws the settings again. */
  draw: (ctx: BotContext) => Promise<void>;
};

type Pressed = Filter<BotContext, "callback_query:data"> & MenuFlavor;

/**
 * The settings: a menu, because only a person opens it (pushed messages use plain buttons). A button that was drawn in
 * another language or for another state is outdated by its label, and draws the settings afresh instead of acting.
 */
export function createSettingsMenu({ open, speak, draw }: Deps): Menu<BotContext> {
  const menu = new Menu<BotContext>("settings", { autoAnswer: false, onMenuOutdated: open });
  const languages = new Menu<BotContext>("languages", { autoAnswer: false, onMenuOutdated: open });

  menu
    .submenu(word("settings-language"), "languages", (ctx) => answer(ctx))
    .text(word("settings-wallets"), leadTo({ name: "wallets.open" }))
    .row()
    .dynamic((ctx, range) => {
      const wallet = ctx.person?.activeWallet;
      if (wallet) range.text(word("settings-seed"), leadTo({ name: "seed.show", wallet })).row();
    })
    .text(word("lock-settings"), leadTo({ name: "lock.open" }))
    .text(word("panic-button"), leadTo({ name: "panic.go" }))
    .row()
    .text(word("settings-notifications"), leadTo({ name: "notices.open" }))
    .row()
    .text(({ t, person }) => t.plain(wantsDrawings(person) ? "settings-drawings-on" : "settings-drawings-off"), draw)
    .row()
    .text(word("settings-status"), leadTo({ name: "status.open" }))
    .text(word("settings-privacy"), leadTo({ name: "privacy.open" }))
    .row()
    .text(word("settings-help"), leadTo({ name: "help.open" }))
    .row()
    .text(word("settings-delete"), leadTo({ name: "delete.ask" }))
    .row()
    .text(word("common-home"), leadTo({ name: "home.open" }));

  for (const locale of LOCALES)
    languages.text(
      ({ t }) => languageName(t, locale),
      (ctx) => speak(ctx, locale),
    );
  languages.row().back(word("common-back"), (ctx) => answer(ctx));
  menu.register(languages);
  return menu;
}

const word = (key: PlainKey) => (ctx: BotContext) => ctx.t.plain(key);
type PlainKey =
  | `settings-${"language" | "wallets" | "notifications" | "seed" | "status" | "privacy" | "help" | "delete"}`
  | "lock-settings"
  | "panic-button"
  | "common-home"
  | "common-back";

/** Hands the press on to the feature that answers the act, as if its own button had been pressed. */
const leadTo =
  (act: Act) =>
  (ctx: Pressed, next: NextFunction): Promise<void> => {
    ctx.callbackQuery.data = encodeAct(act);
    return next();
  };
