import type { CardsById } from "../../../store/directory.ts";
import type { Operation } from "../../../store/operations.ts";
import type { Person } from "../../../store/people.ts";
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
 * The document of `/export`: plain JSON, moments as ISO 8601, amounts in dollars. Nothing in it opens anything: no seeds,
 * no hashes of a PIN, no addresses of webhooks, no idempotency keys.
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
      settings: person.settings,
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
        ...(rules[id]?.[cardId] && { rules: rules[id][cardId] }),
      })),
    })),
    operations: operations.map(({ id, kind, walletId, state, params, createdAt, submittedAt, error }) => ({
      id,
      kind,
      wallet: walletId,
      state,
      ...inDollars(params),
      proposedAt: iso(createdAt),
      ...(submittedAt !== undefined && { confirmedAt: iso(submittedAt) }),
      ...(error && { error }),
    })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** Amounts are kept as cents. */
function inDollars(params: object): object {
  const money = new Set(["amount", "balance"]);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, money.has(name) ? Number(value) / 100 : value]),
  );
}
