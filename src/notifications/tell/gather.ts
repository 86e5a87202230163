import type { Accounts } from "../../accounts/accounts.ts";
import { type Locale, translator } from "../../i18n.ts";
import type { Clock } from "../../lib/clock.ts";
import type { WalletRef } from "../../lib/wallet-ref.ts";
import type { Person } from "../../store/person.ts";
import type { Store } from "../../store/store.ts";
import type { Facts } from "../draw/facts.ts";
import { cardOf, type Notice } from "../notice.ts";
import { dayOf, isQuiet, type Preferences, readPreferences, switchOf } from "../preferences.ts";
import { type Oddity, oddityOf } from "./habits.ts";
import type { Telling } from "./telling.ts";

type Deps = {
  store: Pick<Store, "directory" | "ledger">;
  accounts: Pick<Accounts, "client">;
  clock: Clock;
  sandbox: boolean;
  defaultLocale: Locale;
  /** Whether an event of this type on this card is the echo of what the person did here. */
  isOurs: (wallet: WalletRef, cardId: string, eventType: string) => Promise<boolean>;
};

const LATE_MS = 2 * 60_000;
const OLD_MS = 24 * 60 * 60_000;
const PATIENCE_MS = { code: 500, other: 5000 };

/** Looks up everything that a notice is drawn with. */
export type Gather = ReturnType<typeof createGather>;

export function createGather({ store, accounts, clock, sandbox, defaultLocale, isOurs }: Deps) {
  /** A card's name: as remembered, or asked for once. A code does not wait for it. */
  async function nameCard(userId: number, walletId: string, notice: Notice): Promise<Facts["card"]> {
    const cardId = cardOf(notice);
    if (cardId === undefined) return undefined;
    const known = await store.directory.get(userId, walletId, cardId);
    if (known) return known;
    if (notice.kind === "card") return notice.card;
    const asked = accounts
      .client(userId, walletId, notice.kind === "code" ? "code" : "refetch")
      .then(async (client) => {
        const { last4, label, network } = await client.cards.get(cardId);
        const facts = { last4, network, ...(label && { label }) };
        await store.directory.remember(userId, walletId, { [cardId]: facts });
        return facts;
      })
      .catch(() => undefined);
    return Promise.race([asked, after(notice.kind === "code" ? PATIENCE_MS.code : PATIENCE_MS.other)]);
  }

  function plain(person: Person, walletId: string, receivedAt: number): Telling {
    const preferences = readPreferences(person.settings);
    const wallet = person.wallets.find(({ id }) => id === walletId);
    const facts: Facts = {
      walletId,
      sandbox,
      quiet: isQuiet(preferences, clock.now()),
      ours: false,
      ...(person.wallets.length > 1 && wallet && { walletName: wallet.name }),
    };
    return {
      userId: person.id,
      walletId,
      ...(wallet?.opened && { opened: wallet.opened }),
      t: translator(person.locale ?? defaultLocale),
      facts,
      receivedAt,
      today: dayOf(preferences, clock.now()),
      dayOf: (at) => dayOf(preferences, at),
      preferences,
      unspoken: false,
    };
  }

  /** In what a payment differs from the card's usual ones, for those who want such codes hidden. A failure hides nothing. */
  async function oddity(userId: number, notice: Notice, { shield }: Preferences): Promise<Oddity | undefined> {
    if (!shield || notice.kind !== "code") return undefined;
    const { cardId, merchant, amount } = notice.challenge;
    const ledger = await store.ledger.get(userId, cardId).catch(() => ({}));
    return oddityOf(ledger, { merchant, amount: Math.abs(amount ?? 0) });
  }

  return {
    /** For messages that are about no event: language, badge, wallet. */
    plain,

    /** `at`: when it happened, epoch ms. */
    async about(notice: Notice, person: Person, walletId: string, receivedAt: number, at: number): Promise<Telling> {
      const telling = plain(person, walletId, receivedAt);
      const { preferences } = telling;
      const lateness = clock.now() - at;
      const [card, odd, ours] = await Promise.all([
        nameCard(person.id, walletId, notice),
        oddity(person.id, notice, preferences),
        notice.kind === "card"
          ? isOurs({ userId: person.id, walletId }, notice.card.id, `card.${notice.change}`)
          : false,
      ]);
      const muted = switchOf(notice);
      const isCode = notice.kind === "code";
      const isDecline = notice.kind === "payment" && notice.step.state === "declined";
      return {
        ...telling,
        unspoken: muted !== undefined && (preferences.muted ?? []).includes(muted),
        facts: {
          ...telling.facts,
          ours,
          quiet: isCode
            ? telling.facts.quiet && preferences.codes === "quiet"
            : (!isDecline && telling.facts.quiet) || lateness > OLD_MS,
          ...(card && { card }),
          ...(odd && { odd }),
          ...(lateness > LATE_MS && !isCode && { late: at }),
        },
      };
    },
  };
}

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
