import { createAwaiting } from "./awaiting.ts";
import { createBelongings } from "./belongings.ts";
import { createBubbles } from "./bubbles.ts";
import { createChoices } from "./choices.ts";
import { createConversationStorage } from "./conversations.ts";
import { createCursors } from "./cursors.ts";
import { createDirectory } from "./directory.ts";
import { createHooks } from "./hooks.ts";
import { createInbox } from "./inbox.ts";
import { createLedger } from "./ledger.ts";
import { createLocks } from "./locks.ts";
import { createOnce } from "./once.ts";
import { createOperationRecords } from "./operations.ts";
import { createPeople } from "./people.ts";
import { createPins } from "./pins.ts";
import type { StoreDeps } from "./records.ts";
import { createReveals } from "./reveals.ts";
import { createRuleRecords } from "./rules.ts";
import { createScreens } from "./screens.ts";
import { createSeeds } from "./seeds.ts";
import { createSensitive } from "./sensitive.ts";
import { createSpendingRecords } from "./spending.ts";
import { createTurns } from "./turns.ts";
import { createUpdates } from "./updates.ts";
import { createWipe } from "./wipe.ts";

/** Everything that is remembered. The only place with Redis commands; everything personal is sealed. */
export type Store = ReturnType<typeof createStore>;

export function createStore(deps: StoreDeps) {
  const belongings = createBelongings(deps);
  const people = createPeople(deps);
  const hooks = createHooks(deps);
  const seeds = createSeeds(deps);
  return {
    people,
    hooks,
    seeds,
    operations: createOperationRecords(deps, belongings),
    bubbles: createBubbles(deps, belongings),
    directory: createDirectory(deps, belongings),
    ledger: createLedger(deps, belongings),
    cursors: createCursors(deps, belongings),
    screens: createScreens(deps),
    awaiting: createAwaiting(deps),
    choices: createChoices(deps, belongings),
    conversations: createConversationStorage(deps),
    reveals: createReveals(deps, belongings),
    sensitive: createSensitive(deps),
    pins: createPins(deps),
    rules: createRuleRecords(deps),
    spending: createSpendingRecords(deps, belongings),
    once: createOnce(deps),
    turn: createTurns(deps),
    locks: createLocks(deps),
    updates: createUpdates(deps),
    inbox: createInbox(deps),

    /** Deletes everything of a person: afterwards no key is theirs. Webhooks upstream are another's part. */
    wipe: createWipe(deps, { belongings, people, hooks, seeds }),

    /** Resolves when Redis answers. */
    async ping(): Promise<void> {
      await deps.redis.ping();
    },
  };
}
