import type { Accounts } from "../accounts/accounts.ts";
import { AccountError } from "../accounts/types.ts";
import { type Locale, type Translator, translator } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Reveal as Kept } from "../store/reveals.ts";
import type { Store } from "../store/store.ts";
import { drawDetails, drawDoor, drawRefusal, type Page, type Shown } from "./page.ts";

export type { Page } from "./page.ts";

type Deps = {
  accounts: Pick<Accounts, "freshClient">;
  store: Pick<Store, "reveals" | "people" | "directory">;
  /** Under which the page is reached; without it there are no links. */
  publicUrl?: URL;
  defaultLocale: Locale;
  clock: Clock;
  random: Random;
  /** The details were shown: a payment may follow, and want its code. */
  onShown?: (userId: number, walletId: string) => Promise<unknown>;
  log: { warn(fields: object, message: string): void };
};

export type Reveal = ReturnType<typeof createReveal>;

const LINK_MS = 2 * 60_000;
// So long it can be said why a link does not work any more.
const REMEMBERED_MS = 60 * 60_000;

/** The one-time page with a card's details: a link that works once, for two minutes, for whoever the bot gave it to. */
export function createReveal({ accounts, store, publicUrl, defaultLocale, clock, random, onShown, log }: Deps) {
  const nonce = (): string => random.bytes(16).toString("base64url");

  async function look(
    token: string,
  ): Promise<{ kept?: Kept; t: Translator; state: "fresh" | "shown" | "expired" | "unknown" }> {
    const kept = await store.reveals.peek(token);
    if (!kept) return { t: translator(defaultLocale), state: "unknown" };
    const person = await store.people.get(kept.userId);
    const t = translator(person?.locale ?? defaultLocale);
    if (!person) return { t, state: "unknown" };
    if (kept.facts?.shown) return { kept, t, state: "shown" };
    return { kept, t, state: Number(kept.facts?.until ?? 0) > clock.now() ? "fresh" : "expired" };
  }

  async function nameOf({ userId, walletId, cardId }: Kept): Promise<string> {
    const card = await store.directory.get(userId, walletId, cardId);
    if (!card) return "";
    const { label = "", network = "", last4 } = card;
    return `${label || network.charAt(0).toUpperCase() + network.slice(1)} ·${last4}`.trim();
  }

  async function fetchDetails({ userId, walletId, cardId }: Kept): Promise<Shown> {
    const client = await accounts.freshClient(userId, walletId, "person");
    const { pan, cvv, expMonth, expYear, holderName, billingAddress } = await client.cards.details(cardId);
    const { line1, line2, city, state, zip, country } = billingAddress ?? {};
    const address = [line1, line2, city, [state, zip].filter(Boolean).join(" "), country].filter(Boolean).join(", ");
    return {
      pan: pan.reveal(),
      cvv: cvv.reveal(),
      expiry: `${String(expMonth).padStart(2, "0")}/${String(expYear).slice(-2)}`,
      ...(holderName && { holder: holderName }),
      ...(address && { address }),
    };
  }

  /** Whoever opens a link sees a page, whatever is away. Nothing is used up before the details were asked for. */
  async function unlessAway(draw: () => Promise<Page>): Promise<Page> {
    try {
      return await draw();
    } catch (error) {
      log.warn({ err: error }, "the page could not be drawn");
      return drawRefusal("failed", translator(defaultLocale), nonce());
    }
  }

  async function door(token: string): Promise<Page> {
    const { kept, t, state } = await look(token);
    if (!kept || state !== "fresh") return drawRefusal(state === "fresh" ? "unknown" : state, t, nonce());
    return drawDoor(await nameOf(kept), t, nonce());
  }

  async function show(token: string): Promise<Page> {
    const { t, state } = await look(token);
    if (state !== "fresh") return drawRefusal(state, t, nonce());
    // Of many who press at once one gets it; the others are told that it was shown.
    const mine = await store.reveals.take(token);
    if (!mine) return drawRefusal("shown", t, nonce());
    await store.reveals.put(token, { ...mine, facts: { ...mine.facts, shown: true } }, REMEMBERED_MS);
    try {
      const details = await fetchDetails(mine);
      await onShown?.(mine.userId, mine.walletId).catch(() => undefined);
      return drawDetails(await nameOf(mine), details, t, nonce());
    } catch (error) {
      if (error instanceof AccountError) return drawRefusal("unknown", t, nonce());
      log.warn({ err: error }, "card details could not be shown");
      // Nothing was shown, so nothing is used up.
      await store.reveals.put(token, mine, REMEMBERED_MS);
      return drawRefusal("failed", t, nonce());
    }
  }

  return {
    /** A fresh link for one of the person's own cards; undefined when the bot has no public address. */
    async issueLink(userId: number, walletId: string, cardId: string): Promise<URL | undefined> {
      if (!publicUrl) return undefined;
      const token = random.bytes(32).toString("base64url");
      const facts = { until: clock.now() + LINK_MS };
      await store.reveals.put(token, { userId, walletId, cardId, facts }, REMEMBERED_MS);
      const base = publicUrl.href.endsWith("/") ? publicUrl.href : `${publicUrl.href}/`;
      return new URL(`r/${token}`, base);
    },

    /** `GET`: a page with a button. Uses nothing up and tells nothing secret: previews of links come here too. */
    page: (token: string): Promise<Page> => unlessAway(() => door(token)),

    /** `POST`: the details, once. 410 when shown before or expired, 404 when unknown, 503 when something did not answer. */
    show: (token: string): Promise<Page> => unlessAway(() => show(token)),
  };
}
