import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { Translator } from "../../../i18n.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, answerWith, type Note, show, showSecret } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { addressScreen, chooserScreen, coverScreen, type DetailsCard, detailsNote, pageScreen } from "./view.ts";

/** How long a link to the one-time page works. */
const LINK_MINUTES = 2;

/** Card number and CVV: in a pop-up or on a one-time page, never in a message, never kept. */
export function createDetailsFeature(deps: BotDeps): Feature {
  const { accounts, connection, reveal, settings, store, takeBack, clock, log } = deps;

  async function choose(ctx: BotContext, act: ObjectAct) {
    await show(ctx, chooserScreen(ctx.t, await named(ctx, act), settings.hasPublicUrl));
  }

  async function popUp(ctx: BotContext, { wallet, id }: ObjectAct) {
    await answerWith(ctx, async () => {
      try {
        const client = await accounts.freshClient(userOf(ctx), wallet);
        const note = detailsNote(ctx.t, await client.cards.details(id));
        await connection.hot(userOf(ctx), wallet);
        return note;
      } catch (error) {
        if (!(error instanceof CardApiError)) throw error;
        log.warn({ kind: error.kind, requestId: error.requestId }, "no card details");
        return refusal(ctx.t, error);
      }
    });
  }

  async function page(ctx: BotContext, act: ObjectAct) {
    const link = await reveal.issueLink(userOf(ctx), act.wallet, act.id);
    if (!link) return answer(ctx, { text: ctx.t.plain("details-page-unavailable"), alert: true });
    const card = await named(ctx, act);
    const screens = { cover: coverScreen(ctx.t, card), secret: pageScreen(ctx.t, card, link, LINK_MINUTES) };
    await showSecret(ctx, screens, (messageId) =>
      takeBack.later({ userId: userOf(ctx), messageId }, clock.now() + LINK_MINUTES * 60_000),
    );
    await connection.hot(userOf(ctx), act.wallet);
  }

  async function address(ctx: BotContext, act: ObjectAct) {
    const card = await named(ctx, act);
    try {
      const client = await accounts.freshClient(userOf(ctx), act.wallet);
      const { holderName, billingAddress } = await client.cards.details(act.id);
      await show(ctx, addressScreen(ctx.t, card, holderName, billingAddress));
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      await answer(ctx, refusal(ctx.t, error));
    }
  }

  /** The card's name, from what is remembered of it where possible. */
  async function named(ctx: BotContext, { wallet, id }: ObjectAct): Promise<DetailsCard> {
    const known = await store.directory.get(userOf(ctx), wallet, id);
    if (known) return { wallet, id, title: cardTitle(known) };
    const client = await accounts.client(ownerOf(ctx), wallet);
    return { wallet, id, title: cardTitle(await client.cards.get(id)) };
  }

  const chooser = { behind: (act: Act): Act => ({ ...act, name: "details.open" }) };
  return {
    guarded: { "details.open": {}, "details.alert": chooser, "details.page": {}, "details.address": {} },
    acts: {
      "details.open": onObject(choose),
      "details.alert": onObject(popUp),
      "details.page": onObject(page),
      "details.address": onObject(address),
    },
  };
}

/** Why there are no details, in a pop-up. */
function refusal(t: Translator, { kind, retryAfterMs }: CardApiError): Note {
  const words = () => {
    if (kind === "rate-limited") {
      return t.plain("details-limit", { seconds: Math.max(1, Math.ceil((retryAfterMs ?? 10_000) / 1000)) });
    }
    return kind === "not-found" ? t.plain("details-not-found") : t.plain("details-failed");
  };
  return { text: words(), alert: true };
}
