import type { Clock } from "../lib/clock.ts";
import type { Person } from "../store/person.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";
import { userOf } from "./wallet.ts";

/** Whether a person wants charts and bars; whoever has screens read aloud may want the words alone, which say the same. */
export const wantsDrawings = (person: Pick<Person, "settings"> | undefined): boolean =>
  person?.settings.drawings !== "off";

/** Turns charts and bars off, or on again. */
export async function toggleDrawings(ctx: BotContext, store: Pick<Store, "people">, clock: Clock): Promise<void> {
  const id = userOf(ctx);
  const newcomer: Person = { id, createdAt: clock.now(), wallets: [], settings: {} };
  ctx.person = await store.people.update(id, (person = newcomer) => {
    const { drawings: _, ...others } = person.settings;
    return { ...person, settings: wantsDrawings(person) ? { ...others, drawings: "off" } : others };
  });
}
