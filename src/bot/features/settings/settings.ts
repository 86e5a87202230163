import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { toggleDrawings, wantsDrawings } from "../../drawings.ts";
import type { Feature } from "../../feature.ts";
import { speak } from "../../language.ts";
import { show } from "../../screen.ts";
import { createSettingsMenu } from "./menu.ts";
import { languageScreen, settingsText } from "./view.ts";

/** What a person sets for themselves, and the language in particular. */
export function createSettingsFeature({ store, clock }: BotDeps): Feature {
  const menu = createSettingsMenu({
    open: (ctx) => open(ctx),
    speak: (ctx, locale) => speakFrom(ctx, locale),
    draw: async (ctx) => {
      await toggleDrawings(ctx, store, clock);
      const note = ctx.t.plain(wantsDrawings(ctx.person) ? "settings-drawn" : "settings-not-drawn");
      await show(ctx, { text: settingsText(ctx.t, ctx.person), buttons: [], menu }, { text: note });
    },
  });

  async function open(ctx: BotContext) {
    await show(ctx, { text: settingsText(ctx.t, ctx.person), buttons: [], menu });
  }

  async function speakFrom(ctx: BotContext, locale: string) {
    await speak(ctx, store, clock, locale);
    const note = { text: ctx.t.plain("settings-language-set") };
    await show(ctx, { text: settingsText(ctx.t, ctx.person), buttons: [], menu }, note);
  }

  return {
    menu,
    acts: {
      "settings.open": open,
      "lang.set": async (ctx, { arg }) => {
        await speak(ctx, store, clock, arg);
        await show(ctx, languageScreen(ctx.t), { text: ctx.t.plain("settings-language-set") });
      },
    },
    commands: {
      settings: { description: "settings-command", run: open },
      lang: { description: "settings-command-lang", run: (ctx) => show(ctx, languageScreen(ctx.t)) },
    },
  };
}
