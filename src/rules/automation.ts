import type { Accounts } from "../accounts/accounts.ts";
import type { Locale } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { WalletRef } from "../lib/wallet-ref.ts";
import type { Deliver } from "../notifications/outgoing.ts";
import type { CardHint, PaymentStep } from "../notifications/payment.ts";
import type { Operations } from "../operations/operations.ts";
import type { Queues } from "../queue/queues.ts";
import type { Store } from "../store/store.ts";
import { createAnnounce } from "./announce.ts";
import { createCardGuard } from "./card-guard.ts";
import { createRefill } from "./refill.ts";
import { createReminders } from "./reminders.ts";
import { createRules, hasWork } from "./rules.ts";
import { createRuleSettled } from "./settled.ts";

type Deps = {
  store: Store;
  accounts: Accounts;
  operations: Operations;
  queues: Pick<Queues, "add">;
  deliver: Deliver;
  clock: Clock;
  settings: { sandbox: boolean; defaultLocale: Locale };
};

export type Automation = ReturnType<typeof createAutomation>;

/** Everything that is done with cards without a press. `chores` are for whoever works on that lane. */
export function createAutomation(deps: Deps) {
  const { store, queues } = deps;
  const announce = createAnnounce(deps);
  const rules = createRules({
    store,
    queues,
    guard: createCardGuard({ ...deps, announce }),
    refill: createRefill({ ...deps, announce }),
  });
  const reminders = createReminders({ ...deps, announce });
  return {
    onPayment: async (wallet: WalletRef, step: PaymentStep): Promise<CardHint> => {
      const [kept, fresh] = await Promise.all([rules.react(wallet, step), reminders.note(wallet, step)]);
      return { ruled: hasWork(kept), fresh, ...(kept.low !== undefined && { low: kept.low }) };
    },
    onSettled: createRuleSettled({ ...deps, announce }),
    upcoming: reminders.upcoming,
    chores: { ...rules.chores, ...reminders.chores },
  };
}
