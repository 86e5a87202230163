import { InputFile } from "grammy";
import { dayIn } from "../../../lib/zone.ts";
import type { Act } from "../../../notifications/outgoing.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { allMovements } from "../../movements.ts";
import { answer, show, showWorking, withBadge } from "../../screen.ts";
import { ownerOf } from "../../wallet.ts";
import { statement } from "./csv.ts";
import { csvCaption, csvName, csvScreen, emptyCsvScreen } from "./csv-view.ts";
import { daysOf, type Filters, PERIODS, queryOf } from "./filters.ts";
import type { ListOf } from "./list-view.ts";

/** Finds out which list is meant: the filters given, else those kept for the wallet. */
type ListFor = (ctx: BotContext, walletId: string, filters?: Filters) => Promise<ListOf>;

/** The history as a file, made in memory and sent to the chat. */
export function createStatements({ accounts }: Pick<BotDeps, "accounts">, listFor: ListFor) {
  return {
    /** `arg`: `p` a card or the wallet, `f` what the filters say; behind a dot the period (`p.month`, `f.all`). */
    async open(ctx: BotContext, { wallet, id, arg = "p" }: Act & { wallet: string }): Promise<void> {
      const [source, period] = arg.split(".");
      const found = await listFor(ctx, wallet, source === "f" ? undefined : { ...(id && { cardId: id }) });
      const of = withPeriod(found, period);
      if (!of) return show(ctx, csvScreen(ctx.t, found));
      await send(ctx, of);
    },
  };

  async function send(ctx: BotContext, of: ListOf): Promise<void> {
    const { transactions } = await accounts.client(ownerOf(ctx), of.walletId);
    showWorking(ctx, "upload_document");
    const { items, capped } = await allMovements(transactions, queryOf(of.filters, of.zone, of.now));
    const [newest, oldest] = [items[0], items.at(-1)];
    if (!newest || !oldest) return show(ctx, emptyCsvScreen(ctx.t, of));
    const days = of.filters.period ? daysOf(of.filters.period, of.zone, of.now) : undefined;
    const from = dayIn(of.zone, oldest.createdAt);
    const range = days && !capped ? days : { from, to: dayIn(of.zone, newest.createdAt) };
    const caption = csvCaption(ctx.t, of, { count: items.length, capped, ...range });
    await answer(ctx, { text: ctx.t.plain("history-csv-ready") });
    await ctx.replyWithDocument(new InputFile(statement(ctx.t, { ...of, items }), csvName(of, range)), {
      caption: withBadge(ctx.t, ctx.sandbox, caption),
      parse_mode: "HTML",
    });
  }
}

/** Undefined while nobody has said which period. */
function withPeriod(of: ListOf, period: string | undefined): ListOf | undefined {
  if (period === undefined) return of.filters.period && of;
  const { period: _, ...filters } = of.filters;
  if (period === "all") return { ...of, filters };
  const kind = PERIODS.find((known) => known === period);
  return kind && { ...of, filters: { ...filters, period: { kind } } };
}
