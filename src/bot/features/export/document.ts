import type { CardsById } from "../../../store/directory.ts";
import type { Operation } from "../../../store/operations.ts";
import type { Person } from "../../../store/person.ts";
import type { CardRules } from "../../../store/rules.ts";

/** What is kept of a person, as it is kept. Cards and rules by wallet. */
export type Kept = {
  person: Person;
  cards: { [walletId: string]: CardsById };
  operations: Operation[];
  rules: { [walletId: string]: { [cardId: string]: CardRules } };
  locked: boolean;
};

/**
 * The document of `/export`: plain JSON, moments as ISO 8601, times of the day as minutes, amounts in dollars. Nothing in
 * it opens anything: no seeds, no hashes of a PIN, no addresses of webhooks, no idempotency keys.
 */
export function exportDocument(
  { person, cards, operations, rules, locked }: Kept,
  how: { about: string; now: number },
) {
  return {
    about: how.about,
    madeAt: iso(how.now),
    person: {
      telegramId: person.id,
      since: iso(person.createdAt),
      ...(person.locale && { language: person.locale }),
      settings: readable(person.settings),
      appLock: locked,
    },
    wallets: person.wallets.map(({ id, name, seedSaved, opened, hook }) => ({
      id,
      name,
      inUse: id === person.activeWallet,
      seedBackedUp: seedSaved,
      ...(opened && { deposit: opened }),
      events: hook ? hook.state : "polling",
      cards: Object.entries(cards[id] ?? {}).map(([cardId, { last4, label, network, tags }]) => ({
        id: cardId,
        last4,
        ...(label && { label }),
        ...(network && { network }),
        ...(tags && tags.length > 0 && { tags }),
        ...(rules[id]?.[cardId] && { rules: readable(rules[id][cardId]) }),
      })),
    })),
    operations: operations.map(({ id, kind, walletId, state, params, createdAt, submittedAt, error }) => ({
      id,
      kind,
      wallet: walletId,
      state,
      ...(readable(params) as object),
      proposedAt: iso(createdAt),
      ...(submittedAt !== undefined && { confirmedAt: iso(submittedAt) }),
      ...(error && { error }),
    })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** How amounts are called in operations, in settings of notifications and in rules of cards. All of them are kept as cents. */
const MONEY = new Set(["amount", "balance", "above", "low", "below", "add", "perDay", "keep", "moved"]);

/** Plain JSON as people read it: dollars for cents, ISO 8601 for the moment since when a rule holds. */
function readable(kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return kept;
  return Object.fromEntries(
    Object.entries(kept).map(([name, value]) => {
      if (typeof value !== "number") return [name, readable(value)];
      return [name, MONEY.has(name) ? value / 100 : name === "since" ? iso(value) : value];
    }),
  );
}
