import type { Accounts } from "../accounts/accounts.ts";
import type { Locale } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Store } from "../store/store.ts";

/** A page to send as it is. */
export type Page = { status: number; body: string; headers: Record<string, string> };

type Deps = {
  accounts: Accounts;
  store: Store;
  /** Under which the page is reached; without it there are no links. */
  publicUrl?: URL;
  defaultLocale: Locale;
  clock: Clock;
  random: Random;
  log: { warn(fields: object, message: string): void };
};

export type Reveal = ReturnType<typeof createReveal>;

/** The one-time page with a card's details: a link that works once, for two minutes, for whoever the bot gave it to. */
export function createReveal(deps: Deps) {
  return {
    /** A fresh link for one of the person's own cards; undefined when the bot has no public address. */
    async issueLink(_userId: number, _walletId: string, _cardId: string): Promise<URL | undefined> {
      return deps.publicUrl;
    },
    /** `GET`: a page with a button. Uses nothing up and tells nothing. */
    async page(_token: string): Promise<Page> {
      return { status: 404, body: "", headers: {} };
    },
    /** `POST`: the details, once. 410 when shown before or expired, 404 when unknown. */
    async show(_token: string): Promise<Page> {
      return { status: 404, body: "", headers: {} };
    },
  };
}
