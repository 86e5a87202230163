import { type Locale, type Translator, translator } from "../i18n.ts";
import type { Clock } from "../lib/clock.ts";
import type { Facts } from "../notifications/draw/facts.ts";
import type { Deliver, Outgoing } from "../notifications/outgoing.ts";
import { isQuiet, readPreferences } from "../notifications/preferences.ts";
import type { Person } from "../store/person.ts";
import type { Store } from "../store/store.ts";

type Deps = {
  store: Pick<Store, "once" | "directory">;
  deliver: Deliver;
  clock: Clock;
  settings: { sandbox: boolean; defaultLocale: Locale };
};

type Draw = (t: Translator, facts: Facts) => Outgoing;

/** What a rule did, or could not do, told once: `name` is the message's own. Money and cards do not wait for it. */
export type Announce = ReturnType<typeof createAnnounce>;

const PATIENCE_MS = 5_000;
const MOST_TRIES = 5;

export function createAnnounce({ store, deliver, clock, settings }: Deps) {
  async function send(userId: number, message: Outgoing): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const delivered = await deliver(userId, message);
      if (delivered.kind !== "wait") return;
      await new Promise((resolve) => setTimeout(resolve, Math.min(delivered.ms, PATIENCE_MS)));
    }
  }

  return async (
    person: Person,
    { walletId, cardId }: { walletId: string; cardId: string },
    name: string,
    draw: Draw,
    onceInMs?: number,
  ): Promise<void> => {
    const isFirst = () => store.once(`announced:${person.id}:${walletId}:${name}`, onceInMs);
    if (person.unreachable || !(await isFirst())) return;
    const wallet = person.wallets.find(({ id }) => id === walletId);
    const card = await store.directory.get(person.id, walletId, cardId);
    const facts: Facts = {
      walletId,
      sandbox: settings.sandbox,
      quiet: isQuiet(readPreferences(person.settings), clock.now()),
      ours: true,
      ...(card && { card }),
      ...(person.wallets.length > 1 && wallet && { walletName: wallet.name }),
    };
    await send(person.id, draw(translator(person.locale ?? settings.defaultLocale), facts));
  };
}
