import type { Translator } from "../../../i18n.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import type { Feature } from "../../feature.ts";
import { type Screen, show } from "../../screen.ts";

/** What the bot can do, and what it keeps. */
export function createHelpFeature(supportUrl: URL | undefined): Feature {
  return {
    acts: {
      "help.open": (ctx) => show(ctx, helpScreen(ctx.t, supportUrl)),
      "privacy.open": (ctx) => show(ctx, privacyScreen(ctx.t)),
    },
    commands: {
      help: { description: "help-command", run: (ctx) => show(ctx, helpScreen(ctx.t, supportUrl)) },
      privacy: { description: "help-command-privacy", run: (ctx) => show(ctx, privacyScreen(ctx.t)) },
    },
  };
}

const home = (t: Translator): Button => ({ text: t.plain("common-home"), act: { name: "home.open" } });

/** By what people want to do, not by command. */
export function helpScreen(t: Translator, supportUrl: URL | undefined): Screen {
  return {
    text: t.html("help-text"),
    buttons: [supportUrl ? [{ text: t.plain("failure-support"), url: supportUrl.href }] : [], [home(t)]],
  };
}

/** Everything that is kept of a person, why, and who could read it. */
export function privacyScreen(t: Translator): Screen {
  return {
    text: t.html("help-privacy"),
    buttons: [[{ text: t.plain("help-delete"), act: { name: "delete.ask" } }], [home(t)]],
  };
}
