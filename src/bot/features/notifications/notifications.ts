import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import { GUARD_CHOICES, MUTABLE, type Preferences, readPreferences } from "../../../notifications/preferences.ts";
import { GUARD } from "../../../notifications/tell/habits.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { type Note, show } from "../../screen.ts";
import { type ObjectAct, onObject, userOf } from "../../wallet.ts";
import { createAmounts } from "./amounts.ts";
import { change, isZoneKnown, type Step, setZone } from "./choices.ts";
import { guardScreen } from "./guard-view.ts";
import { createShops } from "./shops.ts";
import { hourOf, knownZone } from "./times.ts";
import { digestScreen, heldScreen, noticesScreen, quietScreen, zoneScreen } from "./view.ts";

const DIGEST_NEXT = "notices.digest";
const QUIET_NEXT = "notices.quiet";

/** What the person is told of, how loudly and when; and "Freeze until I fund" below a decline. */
export function createNotificationsFeature(deps: BotDeps): Feature {
  const { accounts, operations, store, clock } = deps;
  const amounts = createAmounts(deps);
  const shops = createShops(deps);
  const chosen = (ctx: BotContext): Preferences => readPreferences(ctx.person?.settings ?? {});

  async function open(ctx: BotContext, note?: Note) {
    await show(ctx, noticesScreen(ctx.t, chosen(ctx), clock.now()), note);
  }

  /** Changes what is chosen and draws the screen again. */
  async function set(ctx: BotContext, step: Step, note?: Note) {
    await change(ctx, deps, step);
    await open(ctx, note);
  }

  async function toggleKind(ctx: BotContext, arg: string | undefined) {
    const kind = MUTABLE.find((known) => known === arg);
    if (!kind) return open(ctx);
    await set(ctx, ({ muted = [] }) => ({
      muted: muted.includes(kind) ? muted.filter((one) => one !== kind) : [...muted, kind],
    }));
  }

  /** Times of the day mean nothing before the zone is known. */
  async function inZone(ctx: BotContext, next: string, go: () => Promise<unknown>) {
    await (isZoneKnown(ctx) ? go() : show(ctx, zoneScreen(ctx.t, clock.now(), next)));
  }

  async function quiet(ctx: BotContext, arg: string | undefined) {
    if (arg === "off") return set(ctx, () => ({ quiet: undefined }));
    const [from, to] = (arg ?? "").split("-").map(hourOf);
    if (from !== undefined && to !== undefined && from !== to) return set(ctx, () => ({ quiet: { from, to } }));
    await inZone(ctx, QUIET_NEXT, () => show(ctx, quietScreen(ctx.t, chosen(ctx), from, clock.now())));
  }

  async function digest(ctx: BotContext, arg: string | undefined) {
    if (arg === "off") return set(ctx, () => ({ digest: undefined }));
    const at = hourOf(arg);
    if (at !== undefined) return set(ctx, () => ({ digest: at }));
    await inZone(ctx, DIGEST_NEXT, () => show(ctx, digestScreen(ctx.t, chosen(ctx), clock.now())));
  }

  async function zone(ctx: BotContext, next: string | undefined, arg: string | undefined) {
    const setting = knownZone(arg);
    if (!setting) return show(ctx, zoneScreen(ctx.t, clock.now(), next ?? "notices.open"));
    await setZone(ctx, deps, setting);
    if (next === QUIET_NEXT) return quiet(ctx, undefined);
    if (next === DIGEST_NEXT) return digest(ctx, undefined);
    await open(ctx);
  }

  async function shield(ctx: BotContext) {
    const on = !chosen(ctx).shield;
    const text = ctx.t.plain(on ? "notifications-shield-on" : "notifications-shield-off");
    await set(ctx, () => ({ shield: on || undefined }), { text, alert: on });
  }

  async function codes(ctx: BotContext) {
    const areQuiet = !chosen(ctx).codes;
    const text = ctx.t.plain(areQuiet ? "notifications-codes-quiet" : "notifications-codes-loud");
    await set(ctx, () => ({ codes: areQuiet ? "quiet" : undefined }), { text, alert: areQuiet });
  }

  async function guard(ctx: BotContext) {
    const freezes = !chosen(ctx).guard;
    const text = ctx.t.plain(freezes ? "notifications-guard-freezes" : "notifications-guard-asks");
    await set(ctx, () => ({ guard: freezes ? "freeze" : undefined }), { text, alert: freezes });
  }

  async function guardAt(ctx: BotContext, { id, arg }: Act) {
    const inARow = GUARD_CHOICES.inARow.find((count) => id === "inARow" && String(count) === arg);
    const share = GUARD_CHOICES.share.find((percent) => id === "share" && String(percent) === arg);
    if (inARow) await change(ctx, deps, () => ({ guardRow: inARow === GUARD.inARow ? undefined : inARow }));
    if (share) await change(ctx, deps, () => ({ guardShare: share === GUARD.share ? undefined : share }));
    await show(ctx, guardScreen(ctx.t, chosen(ctx)));
  }

  /** One press; harmless twice. What it waits for is written down first, so that no funding passes unseen. */
  async function hold(ctx: BotContext, { wallet, id: cardId }: ObjectAct) {
    const userId = userOf(ctx);
    const client = await accounts.client(userId, wallet);
    await store.ledger.change(userId, cardId, (ledger) => ({ ...ledger, held: true }));
    await operations.expect({ userId, walletId: wallet }, cardId, "card.frozen");
    const key = { idempotencyKey: `hold-${userId}-${ctx.update.update_id}` };
    await client.cards.freeze(cardId, key).catch(unlessConflict);
    const known = await store.directory.get(userId, wallet, cardId);
    await show(ctx, heldScreen(ctx.t, wallet, cardId, known ? cardTitle(known) : "·…"));
  }

  return {
    acts: {
      "notices.open": (ctx) => open(ctx),
      "notices.kind": (ctx, { arg }) => toggleKind(ctx, arg),
      "notices.above": (ctx, act) => amounts.open(ctx, "above", act),
      "notices.low": (ctx, act) => amounts.open(ctx, "low", act),
      "notices.shops": (ctx, { arg }) => shops.list(ctx, arg),
      "notices.quiet": (ctx, { arg }) => quiet(ctx, arg),
      "notices.digest": (ctx, { arg }) => digest(ctx, arg),
      "notices.zone": (ctx, { id, arg }) => zone(ctx, id, arg),
      "notices.codes": codes,
      "notices.shield": shield,
      "notices.guard": guard,
      "notices.guardat": guardAt,
      "shop.mute": onObject(shops.mute),
      "shop.unmute": onObject(shops.unmute),
      "guard.freeze": onObject(hold),
    },
    conversations: amounts.conversations,
  };
}

/** The card is frozen already: that is a success. */
function unlessConflict(error: unknown): void {
  if (!(error instanceof CardApiError && error.kind === "conflict")) throw error;
}
