import type { Cents } from "../lib/money.ts";
import { createRecords, type StoreDeps } from "./records.ts";

/** Freeze after the first payment, close when it is settled. Moments in epoch ms. */
export type OneTimeRule = {
  since: number;
  /** The payment that used it up, and its merchant. */
  usedBy?: string;
  usedAt?: string;
};

/** Only this merchant; whoever else charges the card has it frozen. */
type MerchantRule = { name: string; since: number };

/** Below `below` add `add`, at most `perDay` a day, and only while the wallet keeps `keep`. Cents. */
export type TopUpRule = {
  below: Cents;
  add: Cents;
  perDay: Cents;
  keep: Cents;
  off?: true;
  /** What the rule has moved on a day (`2026-11-23`), and after which payments. */
  day?: string;
  moved?: Cents;
  after?: string[];
};

/** `low`: below which balance the person is told for this card, in cents; 0: never; absent: as for their other cards. */
export type CardRules = { once?: OneTimeRule; merchant?: MerchantRule; topUp?: TopUpRule; low?: Cents };
type Kept = { [walletId: string]: { [cardId: string]: CardRules } };

export type RuleRecords = ReturnType<typeof createRuleRecords>;

/** What a person wants to be done with their cards by itself. Kept until they change it. */
export function createRuleRecords(deps: StoreDeps) {
  const records = createRecords<Kept>(deps, "rules");

  return {
    async get(userId: number, walletId: string, cardId: string): Promise<CardRules> {
      return (await records.read(userId))?.[walletId]?.[cardId] ?? {};
    },

    all: async (userId: number): Promise<Kept> => (await records.read(userId)) ?? {},

    /** `change` is pure and may run several times. Resolves with the rules as they are now. */
    async update(
      userId: number,
      walletId: string,
      cardId: string,
      change: (rules: CardRules) => CardRules,
    ): Promise<CardRules> {
      let next: CardRules = {};
      await records.change(userId, (kept = {}) => {
        const { [cardId]: rules = {}, ...others } = kept[walletId] ?? {};
        next = change(rules);
        return { ...kept, [walletId]: Object.keys(next).length > 0 ? { ...others, [cardId]: next } : others };
      });
      return next;
    },

    async forget(userId: number, walletId: string): Promise<void> {
      await records.change(userId, (kept) => {
        if (!kept?.[walletId]) return undefined;
        const { [walletId]: _, ...others } = kept;
        return others;
      });
    },
  };
}
