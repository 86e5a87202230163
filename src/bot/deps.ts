import type { Accounts } from "../accounts/accounts.ts";
import type { AppLock } from "../accounts/app-lock.ts";
import type { Locale } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Log } from "../log.ts";
import type { Connection } from "../notifications/connection.ts";
import type { TakeBack } from "../notifications/take-back.ts";
import type { Operations } from "../operations/operations.ts";
import type { Reveal } from "../reveal/reveal.ts";
import type { Automation } from "../rules/automation.ts";
import type { Store } from "../store/store.ts";
import type { Keypads } from "./keypad.ts";

/** What the features work with. Everything here outlives a single update. */
export type BotDeps = {
  accounts: Accounts;
  operations: Operations;
  store: Store;
  connection: Connection;
  reveal: Reveal;
  /** Payments that are expected to come again. */
  renewals: Pick<Automation, "upcoming">;
  lock: AppLock;
  keypads: Keypads;
  /** Messages to all people that wait for their turn, and how long one more would (ms). */
  backlog: () => Promise<{ messages: number; waitMs: number }>;
  takeBack: Pick<TakeBack, "later">;
  clock: Clock;
  random: Random;
  log: Log;
  settings: {
    sandbox: boolean;
    defaultLocale: Locale;
    /** Whether one-time pages can be reached. */
    hasPublicUrl: boolean;
    allowedUsers?: ReadonlySet<number>;
    supportUrl?: URL;
  };
};
