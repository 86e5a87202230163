import { tagMark } from "../../../lib/tags.ts";
import { bound } from "../../../lib/text.ts";
import { replyTo } from "../../ask.ts";
import { type CardFilter, changedBy, filterName, searchedFor } from "../../card-filter.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { orTell } from "../../failures.ts";
import type { ActHandler } from "../../feature.ts";
import { findBy } from "../../find-cards.ts";
import { withRefresh } from "../../fresh.ts";
import { answer, show } from "../../screen.ts";
import { onWallet, ownerOf, pageOf, userOf, withWallet } from "../../wallet.ts";
import { filterScreen, listAct, searchScreen } from "./filter-view.ts";
import { cardListScreen } from "./list-view.ts";

export type SearchRequest = { walletId: string; session: string };

const LONGEST_SEARCH = 40;

/** The list of cards with its filters. A filter stays for a day, or until it is cleared; the list always names it. */
export function createCardList({ accounts, store, random }: Pick<BotDeps, "accounts" | "store" | "random">) {
  const filterOf = async (ctx: BotContext, walletId: string): Promise<CardFilter> =>
    (await store.choices.get<CardFilter>(userOf(ctx), filterName(walletId))) ?? {};

  const keep = (ctx: BotContext, walletId: string, filter: CardFilter): Promise<void> =>
    store.choices.put(userOf(ctx), filterName(walletId), filter);

  async function list(ctx: BotContext, walletId: string, page: number) {
    const [client, filter] = await Promise.all([accounts.client(ownerOf(ctx), walletId), filterOf(ctx, walletId)]);
    const shown = await findBy(client, filter, page, () => store.directory.list(userOf(ctx), walletId));
    await show(ctx, cardListScreen(ctx.t, walletId, shown, filter));
  }

  async function sheet(ctx: BotContext, walletId: string, change: string | undefined) {
    const before = await filterOf(ctx, walletId);
    const filter = change === undefined ? before : changedBy(before, change);
    if (change !== undefined) await keep(ctx, walletId, filter);
    const client = await accounts.client(ownerOf(ctx), walletId);
    await show(ctx, filterScreen(ctx.t, walletId, filter, await client.bins.list()));
  }

  async function clear(ctx: BotContext, walletId: string) {
    await store.choices.remove(userOf(ctx), filterName(walletId));
    await list(ctx, walletId, 1);
  }

  async function search(ctx: BotContext, walletId: string) {
    await show(ctx, searchScreen(ctx.t, walletId, await knownTags(ctx, walletId)));
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("card-search", { walletId, session } satisfies SearchRequest);
  }

  async function withTag(ctx: BotContext, walletId: string, mark: string) {
    const tag = (await knownTags(ctx, walletId)).find((known) => tagMark(known) === mark);
    if (!tag) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    const { label: _, ...filter } = await filterOf(ctx, walletId);
    await keep(ctx, walletId, { ...filter, tag });
    await list(ctx, walletId, 1);
  }

  async function knownTags(ctx: BotContext, walletId: string): Promise<string[]> {
    const cards = Object.values(await store.directory.list(userOf(ctx), walletId));
    return [...new Set(cards.flatMap(({ tags = [] }) => tags))];
  }

  async function typed(conversation: BotConversation, _ctx: InnerContext, request: SearchRequest): Promise<void> {
    const { walletId, session } = request;
    const reply = await replyTo(conversation, session, "ask.nothing");
    const text = "text" in reply ? bound(reply.text, LONGEST_SEARCH) : "";
    await conversation.external(async (ctx: BotContext) => {
      await keep(ctx, walletId, searchedFor(await filterOf(ctx, walletId), text));
      await orTell(ctx, listAct(walletId), () => list(ctx, walletId, 1));
    });
  }

  const acts: Record<string, ActHandler> = {
    "cards.open": withRefresh(accounts, (ctx, { wallet, arg }) =>
      withWallet(ctx, wallet, (walletId) => list(ctx, walletId, pageOf(arg))),
    ),
    "cards.filter": onWallet((ctx, { wallet, arg }) => sheet(ctx, wallet, arg)),
    "cards.clear": onWallet((ctx, { wallet }) => clear(ctx, wallet)),
    "cards.search": onWallet((ctx, { wallet }) => search(ctx, wallet)),
    "cards.tag": onWallet((ctx, { wallet, arg = "" }) => withTag(ctx, wallet, arg)),
  };
  return { acts, conversations: { "card-search": typed } };
}
