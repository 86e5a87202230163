import type { Card } from "../../../cryptocardy/types.ts";
import { parseTag, type Tag, tagMark, tagsOf, tagText } from "../../../lib/tags.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { orTell } from "../../failures.ts";
import type { ActHandler } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { answer, show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { tagProblemScreen, tagsScreen } from "./tags-view.ts";

/** The question whose typed answers become tags. */
export type TagRequest = { walletId: string; cardId: string; session: string };

const MOST_OFFERED = 4;
/** Retry below a tag that was typed and could not be saved. */
const AGAIN = "ask.tag-again";

/** Tags are kept in the card's metadata, which the API merges: only what changes is sent. */
export function createTags({ accounts, store, random }: Pick<BotDeps, "accounts" | "store" | "random">) {
  async function open(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    await draw(ctx, wallet, await client.cards.get(id));
    await listen(ctx, wallet, id);
  }

  async function put(ctx: BotContext, walletId: string, cardId: string, { key, value }: Tag) {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const idempotencyKey = `tag-${ctx.update.update_id}`;
    const card = await client.cards.update(cardId, { metadata: { [key]: value } }, { idempotencyKey });
    const there = tagsOf(card.metadata).some((tag) => tag.key === key && tag.value === value);
    await draw(ctx, walletId, card, there ? "saved" : "not-taken");
  }

  /** `null` takes a key out of merged metadata in most APIs; where it does not, an empty text makes it no tag. */
  async function remove(ctx: BotContext, { wallet, id, arg }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const card = await client.cards.get(id);
    const tag = tagsOf(card.metadata).find((one) => tagMark(tagText(one)) === arg);
    if (!tag) return open(ctx, { name: "card.tags", wallet, id });
    const write = (value: unknown): Promise<Card> =>
      client.cards.update(
        id,
        { metadata: { [tag.key]: value } },
        { idempotencyKey: `untag-${ctx.update.update_id}-${value === null ? 1 : 2}` },
      );
    const holds = ({ metadata }: Card): boolean => tagsOf(metadata).some(({ key }) => key === tag.key);
    const first = await write(null);
    const after = holds(first) ? await write("") : first;
    await draw(ctx, wallet, after, holds(after) ? "not-taken" : "saved");
    await listen(ctx, wallet, id);
  }

  async function add(ctx: BotContext, { wallet, id, arg }: ObjectAct) {
    const known = (await knownTags(userOf(ctx), wallet)).find((tag) => tagMark(tag) === arg);
    const parsed = known === undefined ? undefined : parseTag(known);
    if (!parsed?.ok) return answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true });
    await put(ctx, wallet, id, parsed.value);
    await listen(ctx, wallet, id);
  }

  async function draw(ctx: BotContext, walletId: string, card: Card, change?: "saved" | "not-taken") {
    const own = tagsOf(card.metadata).map(tagText);
    const others = (await knownTags(userOf(ctx), walletId)).filter((tag) => !own.includes(tag)).slice(0, MOST_OFFERED);
    await show(ctx, tagsScreen(ctx.t, { walletId, card, others }, change));
  }

  async function knownTags(userId: number, walletId: string): Promise<string[]> {
    const cards = Object.values(await store.directory.list(userId, walletId));
    return [...new Set(cards.flatMap(({ tags = [] }) => tags))];
  }

  async function listen(ctx: BotContext, walletId: string, cardId: string) {
    await ctx.conversation.exitAll();
    const session = random.bytes(6).toString("base64url");
    await ctx.conversation.enter("card-tag", { walletId, cardId, session } satisfies TagRequest);
  }

  async function typed(conversation: BotConversation, _ctx: InnerContext, request: TagRequest): Promise<void> {
    const { walletId, cardId, session } = request;
    let last = "";
    for (;;) {
      const reply = await replyTo(conversation, session, AGAIN);
      if ("text" in reply) last = reply.text;
      const parsed = parseTag(last);
      if (parsed.ok) {
        await conversation.external((ctx: BotContext) =>
          orTell(ctx, { name: AGAIN, id: session }, () => put(ctx, walletId, cardId, parsed.value)),
        );
      } else {
        await ask(conversation, ({ t }) => tagProblemScreen(t, walletId, cardId, parsed.failure));
      }
    }
  }

  const acts: Record<string, ActHandler> = {
    "card.tags": withRefresh(accounts, onObject(open)),
    "tag.add": onObject(add),
    "tag.remove": onObject(remove),
  };
  return { acts, conversations: { "card-tag": typed } };
}
