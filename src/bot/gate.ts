import type { AppLock } from "../accounts/app-lock.ts";
import type { Clock } from "../lib/clock.ts";
import type { Act } from "../notifications/outgoing.ts";
import type { BotContext } from "./context.ts";
import type { Feature, Guard } from "./feature.ts";
import type { KeypadGoal, Keypads } from "./keypad.ts";
import { barredScreen } from "./lock-view.ts";
import { show } from "./screen.ts";
import { userOf } from "./wallet.ts";

type Deps = { lock: AppLock; keypads: Keypads; clock: Clock };

/** Stands before acts. True: the act may be done. Otherwise the person was asked for the PIN, or told to wait. */
export type Gate = (ctx: BotContext, act: Act) => Promise<boolean>;

/** Which acts need the PIN is told by the features that own them; whether there is one, by the person. */
export function createGate(features: Feature[], { lock, keypads, clock }: Deps): Gate {
  const guards = collectGuards(features);
  return async (ctx, act) => {
    const guard = guards.get(act.name);
    if (!guard || (guard.when && !(await guard.when(ctx, act)))) return true;
    const pin = await lock.get(userOf(ctx));
    const now = clock.now();
    if (!pin || (!guard.always && (pin.openUntil ?? 0) > now)) return true;
    if ((pin.barredUntil ?? 0) > now) await show(ctx, barredScreen(ctx.t, pin.barredUntil ?? now));
    else await keypads.ask(ctx, openGoal(act, guard), ctx.t.html("lock-ask"));
    return false;
  };
}

const openGoal = (wanted: Act, { behind }: Guard): KeypadGoal => ({
  kind: "open",
  wanted,
  ...(behind && { behind: behind(wanted) }),
});

/** By act. */
function collectGuards(features: Feature[]): Map<string, Guard> {
  return new Map(features.flatMap(({ guarded }) => Object.entries(guarded ?? {})));
}
