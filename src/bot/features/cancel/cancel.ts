import type { Translator } from "../../../i18n.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import type { Feature } from "../../feature.ts";
import { type Screen, show } from "../../screen.ts";

/** Leaves whatever is being asked. The asking itself has been left before any command or button gets here. */
export function createCancelFeature(): Feature {
  return {
    acts: { cancel: (ctx, act) => show(ctx, cancelledScreen(ctx.t, act)) },
    commands: {
      cancel: {
        description: "cancel-command",
        run: (ctx) => show(ctx, ctx.left ? cancelledScreen(ctx.t) : nothingScreen(ctx.t)),
      },
    },
  };
}

/** Says that nothing was changed, with the way back to the card it was about, if it was about one. */
export function cancelledScreen(t: Translator, { wallet, id }: Partial<Act> = {}): Screen {
  const card: Button[] = wallet && id ? [{ text: t.plain("common-back"), act: { name: "card.open", wallet, id } }] : [];
  return { text: t.html("cancel-done"), buttons: [[...card, home(t)]] };
}

export const nothingScreen = (t: Translator): Screen => ({ text: t.html("cancel-nothing"), buttons: [[home(t)]] });

const home = (t: Translator): Button => ({ text: t.plain("common-home"), act: { name: "home.open" } });
