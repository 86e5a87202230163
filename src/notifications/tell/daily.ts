import type { Accounts } from "../../accounts/accounts.ts";
import { CardApiError } from "../../cryptocardy/errors.ts";
import { everyItem } from "../../cryptocardy/pages.ts";
import type { Transaction } from "../../cryptocardy/types.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Queues } from "../../queue/queues.ts";
import type { Verdict } from "../../queue/worker.ts";
import type { Person } from "../../store/person.ts";
import { renderDay } from "../draw/render-day.ts";
import { digestDue, readPreferences } from "../preferences.ts";
import { DONE, type Push } from "./push.ts";
import type { Telling } from "./telling.ts";

/** The payload of the job that sums up a day; `day`: the person's, `2026-11-23`. */
export type DailyJob = { userId: number; walletId: string; receivedAt: number; day: string };
export const DAILY = "daily";

type Deps = { accounts: Pick<Accounts, "freshClient">; queues: Pick<Queues, "add">; push: Push; clock: Clock };

export type Daily = ReturnType<typeof createDaily>;

const DAY_MS = 24 * 60 * 60_000;
const ONCE_MS = 2 * DAY_MS;
const MOST_REMEMBERED = 50_000;

/** The summary of a day, at the time that a person chose: what went through all their wallets in the last 24 hours. */
export function createDaily({ accounts, queues, push, clock }: Deps) {
  // Only spares questions to the queue: that a day is summed up once, it knows for all processes.
  const asked = new Set<string>();

  /** A wallet whose seed is refused keeps nobody from the summary of the others. */
  async function movementsOf(userId: number, walletId: string, from: number): Promise<Transaction[]> {
    const client = await accounts.freshClient(userId, walletId, "sweep");
    const found: Transaction[] = [];
    try {
      const pages = everyItem((page) => client.transactions.list({ from, page, perPage: 100 }));
      for await (const transaction of pages) found.push(transaction);
    } catch (error) {
      if (!(error instanceof CardApiError) || error.kind !== "unauthorized") throw error;
    }
    return found;
  }

  return {
    /** Queues the summary of whoever is due one. To be called every minute or so for everybody. */
    async remind({ id: userId, settings, wallets: [first] }: Person): Promise<void> {
      if (settings.notices === undefined) return;
      const day = first && digestDue(readPreferences(settings), clock.now());
      const id = `${DAILY}:${userId}:${day}`;
      if (!first || day === undefined || asked.has(id)) return;
      if (asked.size >= MOST_REMEMBERED) asked.clear();
      asked.add(id);
      const job: DailyJob = { userId, walletId: first.id, receivedAt: clock.now(), day };
      await queues.add("notices", DAILY, job, { dedupe: { id, ttlMs: ONCE_MS }, owner: userId });
    },

    /** The job's part. Nothing happened: nothing is said. Throws `CardApiError`. */
    async tell({ userId, day, receivedAt }: DailyJob, person: Person, telling: Telling): Promise<Verdict> {
      const all: Transaction[] = [];
      for (const { id } of person.wallets) all.push(...(await movementsOf(userId, id, receivedAt - DAY_MS)));
      const message = renderDay(all, telling.t, telling.facts);
      if (!message) return DONE;
      const pushed = await push(userId, message, { name: "daily", key: `${DAILY}:${day}`, receivedAt });
      return pushed.ok ? DONE : pushed.failure;
    },
  };
}
