import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { withRefresh } from "../../fresh.ts";
import { show } from "../../screen.ts";
import { type ObjectAct, onObject, ownerOf, userOf } from "../../wallet.ts";
import { createAmounts } from "./amounts.ts";
import { createCategories } from "./categories.ts";
import { createLabelConversation, type LabelRequest } from "./label.ts";
import { createTags } from "./tags.ts";
import { settingsScreen } from "./view.ts";

/** What can be set for a card: label, monthly limit, categories, auto-freeze, tags. */
export function createCardSettingsFeature(deps: BotDeps): Feature {
  const { accounts, random } = deps;
  const amounts = createAmounts(deps);
  const categories = createCategories(deps);
  const tags = createTags(deps);

  async function open(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const card = await client.cards.get(id);
    const { spent } = await amounts.knownOf(userOf(ctx), wallet, card);
    await show(ctx, settingsScreen(ctx.t, { walletId: wallet, card, ...(spent !== undefined && { spent }) }));
  }

  async function askLabel(ctx: BotContext, { wallet, id }: ObjectAct) {
    const client = await accounts.client(ownerOf(ctx), wallet);
    const { last4, network, label } = await client.cards.get(id);
    const session = random.bytes(6).toString("base64url");
    const request: LabelRequest = { walletId: wallet, cardId: id, last4, network, session, ...(label && { label }) };
    await ctx.conversation.exitAll();
    await ctx.conversation.enter("card-label", request);
  }

  return {
    acts: {
      "card.settings": withRefresh(accounts, onObject(open)),
      "card.label": onObject(askLabel),
      ...amounts.acts,
      ...categories.acts,
      ...tags.acts,
    },
    conversations: {
      "card-label": createLabelConversation(accounts),
      ...amounts.conversations,
      ...tags.conversations,
    },
  };
}
