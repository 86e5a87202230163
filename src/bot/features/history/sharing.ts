import { InputFile } from "grammy";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import { answer, withBadge } from "../../screen.ts";
import { type ObjectAct, ownerOf } from "../../wallet.ts";
import { zoneOf } from "../../zone-of.ts";
import { drawReceipt, type SharedReceipt, sharedReceipt, sharedText } from "./share-view.ts";

/** A receipt for others, as a message of its own that may be forwarded: without buttons, and not protected. */
export function createSharing({ accounts, log }: Pick<BotDeps, "accounts" | "log">) {
  return async (ctx: BotContext, { wallet, id }: ObjectAct): Promise<void> => {
    const { transactions } = await accounts.client(ownerOf(ctx), wallet);
    const receipt = sharedReceipt(ctx.t, await transactions.get(id), zoneOf(ctx.person));
    const caption = withBadge(ctx.t, ctx.sandbox, sharedText(ctx.t, receipt));
    const photo = await picture(ctx, receipt);
    await answer(ctx, { text: ctx.t.plain("history-share-ready") });
    if (!photo) return void (await ctx.reply(caption, { parse_mode: "HTML" }));
    await ctx.replyWithPhoto(new InputFile(photo, "receipt.png"), { caption, parse_mode: "HTML" });
  };

  /** A machine without the drawing library sends the words alone: they say the same. */
  async function picture({ t, sandbox }: BotContext, receipt: SharedReceipt): Promise<Buffer | undefined> {
    try {
      const { pngOf } = await import("../../png.ts");
      return await pngOf(drawReceipt(t, receipt, sandbox ? t.plain("common-sandbox-badge") : undefined));
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "a receipt could not be drawn");
      return undefined;
    }
  }
}
