import type { Accounts } from "../../../accounts/accounts.ts";
import { bound } from "../../../lib/text.ts";
import { ask, replyTo } from "../../ask.ts";
import type { BotContext, BotConversation, InnerContext } from "../../context.ts";
import { orTell } from "../../failures.ts";
import { show } from "../../screen.ts";
import { ownerOf } from "../../wallet.ts";
import { askLabelScreen, type LabelOf, LONGEST_LABEL, previewScreen, SAVE } from "./label-view.ts";
import { settingsScreen } from "./view.ts";

export type LabelRequest = LabelOf & { session: string };

/**
 * Asks for a label, shows what the card will be called, and writes it when that is saved. Typing again changes the preview;
 * Retry below a failure is Save once more.
 */
export function createLabelConversation(accounts: Pick<Accounts, "client">) {
  return async (conversation: BotConversation, _ctx: InnerContext, request: LabelRequest): Promise<void> => {
    await ask(conversation, ({ t }) => askLabelScreen(t, request));
    let label = "";
    for (;;) {
      const reply = await replyTo(conversation, request.session, SAVE);
      if ("act" in reply) {
        const saved = label;
        if (saved && (await conversation.external((ctx: BotContext) => save(accounts, ctx, request, saved)))) return;
        continue;
      }
      const typed = bound(reply.text, Number.POSITIVE_INFINITY);
      label = typed.length <= LONGEST_LABEL ? typed : "";
      await ask(conversation, ({ t }) =>
        label === ""
          ? askLabelScreen(t, request, typed.length || undefined)
          : previewScreen(t, request, request.session, label),
      );
    }
  };
}

/** Writing the same label twice is writing it once. False: it failed, and the person knows. */
async function save(
  accounts: Pick<Accounts, "client">,
  ctx: BotContext,
  { walletId, cardId, session }: LabelRequest,
  label: string,
): Promise<boolean> {
  const saved = await orTell(ctx, { name: SAVE, id: session }, async () => {
    const client = await accounts.client(ownerOf(ctx), walletId);
    const card = await client.cards.update(cardId, { label }, { idempotencyKey: `label-${ctx.update.update_id}` });
    await show(ctx, settingsScreen(ctx.t, { walletId, card }, true));
    return true;
  });
  return saved === true;
}
