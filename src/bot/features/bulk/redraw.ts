import { type Locale, translator } from "../../../i18n.ts";
import type { Deliver } from "../../../notifications/outgoing.ts";
import type { Operations, SettledListener } from "../../../operations/operations.ts";
import type { Store } from "../../../store/store.ts";
import { withBadge } from "../../screen.ts";
import { isSettled, readBatch } from "./batch.ts";
import { batchScreen } from "./batch-view.ts";

type Deps = {
  store: Pick<Store, "people" | "choices" | "locks" | "once">;
  operations: Pick<Operations, "get">;
  deliver: Deliver;
  settings: { defaultLocale: Locale; sandbox: boolean };
};

const LOCK = { leaseMs: 10_000, waitMs: 20_000 };
/** One message is edited about once a second at most; the last edit always happens. */
const PACE_MS = 1_000;

/** Tells that the message could not be edited now: whoever asked for the drawing asks again. */
class NotDrawn extends Error {
  override readonly name = "NotDrawn";
}

/** Keeps the one message of fundings that were confirmed together up to date as they settle, one after another. */
export function createBatchRedraw({ store, operations, deliver, settings }: Deps): SettledListener {
  return async ({ userId, screen }) => {
    const { group, messageId } = screen ?? {};
    if (!group) return;
    // Under a lock, because an older drawing must not be painted over a newer one.
    const outcome = await store.locks.withLock(`batch:${group}`, LOCK, () => draw(userId, group, messageId));
    if (outcome === "busy") throw new NotDrawn("busy");
  };

  async function draw(userId: number, group: string, messageId: number | undefined): Promise<void> {
    const [found, person] = await Promise.all([
      readBatch({ store, operations }, userId, group),
      store.people.get(userId),
    ]);
    if (!found || !person) return;
    const last = found.lines.every(isSettled);
    if (!last && !(await store.once(`batch:${group}`, PACE_MS))) return;
    const t = translator(person.locale ?? settings.defaultLocale);
    const { text, buttons } = batchScreen(t, group, found.batch, found.lines);
    const message = { text: withBadge(t, settings.sandbox, text), buttons, screen: true as const };
    const { kind } = await deliver(userId, { ...message, ...(messageId !== undefined && { edit: messageId }) });
    if (kind === "wait" || kind === "unsure") throw new NotDrawn(kind);
  }
}
