import { type Preferences, readPreferences } from "../../../notifications/preferences.ts";
import type { Json } from "../../../store/json.ts";
import type { Person, Settings } from "../../../store/person.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { userOf } from "../../wallet.ts";

type Deps = Pick<BotDeps, "store" | "clock">;

/** What to change of what is chosen; `undefined` goes back to the default, which is not stored. */
export type Step = (now: Preferences) => { [Key in keyof Preferences]?: Preferences[Key] | undefined };

/** Whether the person ever said what their clock shows. */
export const isZoneKnown = (ctx: BotContext): boolean => typeof ctx.person?.settings.zone === "string";

export const setZone = (ctx: BotContext, deps: Deps, zone: string): Promise<void> =>
  write(ctx, deps, (settings) => ({ ...settings, zone }));

/** Changes what is chosen. */
export async function change(ctx: BotContext, deps: Deps, step: Step): Promise<void> {
  await write(ctx, deps, (settings) => {
    const now = readPreferences(settings);
    const { zone: _, ...next } = { ...now, ...step(now) };
    const kept = Object.entries(next).filter(([, value]) => !isDefault(value));
    const { notices: __, ...others } = settings;
    return kept.length > 0 ? { ...others, notices: Object.fromEntries(kept) as { [name: string]: Json } } : others;
  });
}

async function write(ctx: BotContext, { store, clock }: Deps, step: (settings: Settings) => Settings): Promise<void> {
  const id = userOf(ctx);
  const newcomer: Person = { id, createdAt: clock.now(), wallets: [], settings: {} };
  ctx.person = await store.people.update(id, (person) => {
    const known = person ?? newcomer;
    return { ...known, settings: step(known.settings) };
  });
}

const isDefault = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
