import { addDays, addMonths, dayIn, endOfDay, startOfDay } from "../../../lib/zone.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { wantsDrawings } from "../../drawings.ts";
import type { Feature } from "../../feature.ts";
import { allMovements } from "../../movements.ts";
import { show, showWorking } from "../../screen.ts";
import { ownerOf, userOf, withWallet } from "../../wallet.ts";
import { zoneOf } from "../../zone-of.ts";
import { type Figures, figuresOf, MONTHS_SHOWN } from "./figures.ts";
import { type StatsOf, statsScreen } from "./view.ts";

const EARLIEST = "2020-01";

/** What was spent: by category, by shop, month over month, as a picture with the same figures in words. */
export function createStatsFeature({ accounts, store, clock, log }: BotDeps): Feature {
  async function open(ctx: BotContext, walletId: string, cardId: string | undefined, arg: string | undefined) {
    const [zone, now] = [zoneOf(ctx.person), clock.now()];
    const month = monthFrom(arg, dayIn(zone, now).slice(0, 7));
    const { transactions } = await accounts.client(ownerOf(ctx), walletId);
    showWorking(ctx, "upload_photo");
    const read = await allMovements(transactions, {
      from: startOfDay(zone, `${addMonths(month, 1 - MONTHS_SHOWN)}-01`),
      to: endOfDay(zone, addDays(`${addMonths(month, 1)}-01`, -1)),
      ...(cardId && { cardId }),
    });
    const known = cardId ? await store.directory.get(userOf(ctx), walletId, cardId) : undefined;
    const of: StatsOf = {
      walletId,
      zone,
      now,
      ...(cardId && { cardId, card: known ? cardTitle(known) : ctx.t.plain("stats-one-card") }),
    };
    const figures = figuresOf({ ...read, month, zone, now });
    await show(ctx, statsScreen(ctx.t, of, figures, await picture(ctx, of, figures)));
  }

  /** A picture that cannot be drawn (a machine without the drawing library) is left out: the words are enough. */
  async function picture({ t, person }: BotContext, { card }: StatsOf, figures: Figures): Promise<Buffer | undefined> {
    if (!wantsDrawings(person) || figures.months.every(({ spent }) => spent <= 0)) return undefined;
    try {
      const { drawPicture } = await import("./picture.ts");
      return await drawPicture(t, figures, card);
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "a chart could not be drawn");
      return undefined;
    }
  }

  return {
    acts: {
      "stats.open": (ctx, { wallet, id, arg }) => withWallet(ctx, wallet, (walletId) => open(ctx, walletId, id, arg)),
    },
    commands: { stats: { description: "stats-command", act: { name: "stats.open" } } },
  };
}

/** The month a button names; the present one for anything else, and instead of a month that has not come. */
const monthFrom = (arg: string | undefined, present: string): string =>
  arg && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(arg) && arg >= EARLIEST && arg <= present ? arg : present;
