import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { ActHandler, Feature } from "../../feature.ts";
import { movementsPage } from "../../movements.ts";
import { answer, show } from "../../screen.ts";
import { type ObjectAct, onObject, onWallet, ownerOf, pageOf, userOf, withWallet } from "../../wallet.ts";
import { zoneOf } from "../../zone-of.ts";
import { createAskingConversation } from "./asking.ts";
import { ASKED } from "./asking-view.ts";
import { createBlocking } from "./blocking.ts";
import { changed, type Filters, queryOf } from "./filters.ts";
import { historyScreen, type ListOf } from "./list-view.ts";
import { receiptScreen } from "./receipt-view.ts";
import { createSharing } from "./sharing.ts";
import * as sheet from "./sheet-view.ts";
import { createStatements } from "./statements.ts";

/** What was paid, refunded and declined: looked through by eight filters, the receipt of each, and a file of them. */
export function createHistoryFeature(deps: BotDeps): Feature {
  const { accounts, store, random, clock } = deps;
  const blocking = createBlocking(deps);
  const statements = createStatements(deps, listOf);

  async function list(ctx: BotContext, of: ListOf, page: number) {
    const { transactions } = await accounts.client(ownerOf(ctx), of.walletId);
    const query = queryOf(of.filters, of.zone, of.now);
    await show(ctx, historyScreen(ctx.t, of, await movementsPage(transactions, { ...query, page })));
  }

  /** `filters` given: a plain list; otherwise what is kept for the wallet. */
  async function listOf(ctx: BotContext, walletId: string, filters?: Filters): Promise<ListOf> {
    const [kept, cards] = await Promise.all([
      filters ?? store.choices.get<Filters>(userOf(ctx), keptAs(walletId)),
      store.directory.list(userOf(ctx), walletId),
    ]);
    const zone = zoneOf(ctx.person);
    return { walletId, filters: kept ?? {}, plain: filters !== undefined, zone, now: clock.now(), cards };
  }

  async function keep(ctx: BotContext, walletId: string, filters: Filters): Promise<ListOf> {
    await store.choices.put(userOf(ctx), keptAs(walletId), filters);
    return { ...(await listOf(ctx, walletId, filters)), plain: false };
  }

  /** Every filter that is set is kept at once; the sheet shows them all. */
  async function change(ctx: BotContext, walletId: string, step: (filters: Filters) => Filters): Promise<void> {
    const { filters } = await listOf(ctx, walletId);
    await show(ctx, sheet.sheetScreen(ctx.t, await keep(ctx, walletId, step(filters))));
  }

  const set: ActHandler = onWallet(async (ctx, { wallet, id, arg = "" }) => {
    const { filters } = await listOf(ctx, wallet);
    const next = changed(filters, arg, id);
    if (!next) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    await change(ctx, wallet, () => next);
  });

  const pick: ActHandler = onWallet(async (ctx, { wallet, arg = "" }) => {
    const of = await listOf(ctx, wallet);
    const [what, page] = arg.split(".");
    if (what === "type") return show(ctx, sheet.typeSheet(ctx.t, of));
    if (what === "period") return show(ctx, sheet.periodSheet(ctx.t, of));
    if (what === "size") return show(ctx, sheet.sizeSheet(ctx.t, of));
    const { cards } = await accounts.client(ownerOf(ctx), wallet);
    await show(ctx, sheet.cardSheet(ctx.t, of, await cards.list({ page: pageOf(page), perPage: sheet.CARDS_TO_PICK })));
  });

  const ask: ActHandler = onWallet(async (ctx, { wallet, arg }) => {
    const what = ASKED.find((known) => known === arg);
    if (!what) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    const session = random.bytes(6).toString("base64url");
    const request = { walletId: wallet, session, what, zone: zoneOf(ctx.person), now: clock.now() };
    await ctx.conversation.enter("history", request);
  });

  async function receipt(ctx: BotContext, { wallet, id, arg }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const transaction = await client.transactions.get(id);
    const known = await store.directory.get(userOf(ctx), wallet, transaction.cardId);
    const card = cardTitle(known ?? (await client.cards.get(transaction.cardId)));
    await show(ctx, receiptScreen(ctx.t, { walletId: wallet, transaction, card, ...(arg && { origin: arg }) }));
  }

  async function sameMerchant(ctx: BotContext, { wallet, id }: ObjectAct) {
    const { transactions } = await accounts.client(ownerOf(ctx), wallet);
    const { merchant } = await transactions.get(id);
    await list(ctx, await keep(ctx, wallet, merchant.name ? { merchant: merchant.name } : {}), 1);
  }

  return {
    acts: {
      "history.open": (ctx, { wallet, id, arg }) =>
        withWallet(ctx, wallet, async (walletId) =>
          list(ctx, await listOf(ctx, walletId, id ? { cardId: id } : {}), pageOf(arg)),
        ),
      "history.find": onWallet(async (ctx, { wallet, arg }) => list(ctx, await listOf(ctx, wallet), pageOf(arg))),
      "history.sheet": onWallet((ctx, { wallet, id, arg }) =>
        change(ctx, wallet, (filters) => (arg === "new" ? { ...(id && { cardId: id }) } : filters)),
      ),
      "history.pick": pick,
      "history.set": set,
      "history.ask": ask,
      "history.same": onObject(sameMerchant),
      "history.csv": onWallet(statements.open),
      "receipt.open": onObject(receipt),
      "receipt.share": onObject(createSharing(deps)),
      "category.block": onObject(blocking.ask),
      "category.block.go": onObject(blocking.go),
    },
    commands: {
      history: { description: "history-command", act: { name: "history.open" } },
    },
    conversations: { history: createAskingConversation(change) },
  };
}

const keptAs = (walletId: string): string => `history:${walletId}`;
