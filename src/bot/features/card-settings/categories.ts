import type { Card } from "../../../cryptocardy/types.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { ActHandler } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { answer, show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { type CategoriesOf, categoriesScreen } from "./categories-view.ts";
import {
  allButGroupOf,
  codesFor,
  onlyGroupOf,
  type Selection,
  selectionOf,
  unpackSelection,
  withGroupOf,
} from "./selection.ts";

/**
 * Which kinds of shops a card pays at. `cats.only`, `cats.without` and `cats.with` open the checklist with the group of a
 * merchant's code (`arg`) ticked alone, unticked, or added; like every tick it counts only when it is saved.
 */
export function createCategories({ accounts, store }: Pick<BotDeps, "accounts" | "store">) {
  const nameOf = (walletId: string, cardId: string): string => `categories:${walletId}:${cardId}`;

  async function read(ctx: BotContext, { wallet, id }: ObjectAct): Promise<CategoriesOf> {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const card = await client.cards.get(id);
    const of = { walletId: wallet, cardId: id, ...factsOf(card) };
    await store.choices.put(userOf(ctx), nameOf(wallet, id), of);
    return of;
  }

  /** What was read when the checklist was opened: ticking asks nobody. */
  const known = async (ctx: BotContext, act: ObjectAct): Promise<CategoriesOf> =>
    (await store.choices.get<CategoriesOf>(userOf(ctx), nameOf(act.wallet, act.id))) ?? read(ctx, act);

  async function open(ctx: BotContext, act: ObjectAct, choose: (now: Selection) => Selection | undefined) {
    const of = await read(ctx, act);
    const selection = choose(selectionOf(of.allowed));
    if (!selection) return answer(ctx, { text: ctx.t.plain("card-settings-categories-unknown"), alert: true });
    await show(ctx, categoriesScreen(ctx.t, of, selection));
  }

  async function save(ctx: BotContext, act: ObjectAct) {
    const { wallet, id, arg = "" } = act;
    const of = await known(ctx, act);
    const client = await accounts.client(ownerOf(ctx), wallet);
    const allowedCategories = codesFor(unpackSelection(arg), of.allowed);
    const card = await client.cards.update(
      id,
      { allowedCategories },
      { idempotencyKey: `categories-${ctx.update.update_id}` },
    );
    const now = { ...of, ...factsOf(card) };
    await store.choices.put(userOf(ctx), nameOf(wallet, id), now);
    await show(ctx, categoriesScreen(ctx.t, now, selectionOf(now.allowed), true), {
      text: ctx.t.plain("card-settings-saved"),
    });
  }

  const acts: Record<string, ActHandler> = {
    "card.categories": withRefresh(
      accounts,
      onObject((ctx, act) => open(ctx, act, (now) => now)),
    ),
    "cats.only": onObject((ctx, act) => open(ctx, act, () => onlyGroupOf(act.arg ?? ""))),
    "cats.without": onObject((ctx, act) => open(ctx, act, () => allButGroupOf(act.arg ?? ""))),
    "cats.with": onObject((ctx, act) => open(ctx, act, (now) => withGroupOf(act.arg ?? "", now))),
    "cats.draw": onObject(async (ctx, act) =>
      show(ctx, categoriesScreen(ctx.t, await known(ctx, act), unpackSelection(act.arg ?? ""))),
    ),
    "cats.save": onObject(save),
  };
  return { acts };
}

const factsOf = (card: Card): Pick<CategoriesOf, "title" | "allowed" | "asSetHere"> => ({
  title: cardTitle(card),
  allowed: card.allowedCategories ?? [],
  asSetHere: card.asSetHere?.includes("allowedCategories") ?? false,
});
