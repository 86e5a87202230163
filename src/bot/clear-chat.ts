import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";
import { unless } from "./screen.ts";

/** Telegram deletes so many in one call. */
const MOST_AT_ONCE = 100;

/** Takes every code and link out of the chat, now. False: something secret may still stand there; it is noted still. */
export async function clearChat(
  ctx: BotContext,
  userId: number,
  { store, log }: { store: Pick<Store, "sensitive">; log: Pick<Log, "warn"> },
): Promise<boolean> {
  const messages = await store.sensitive.list(userId);
  if (messages.length === 0) return true;
  try {
    for (let start = 0; start < messages.length; start += MOST_AT_ONCE) {
      const ids = messages.slice(start, start + MOST_AT_ONCE).map(({ id }) => id);
      await ctx.deleteMessages(ids).catch(unless("message to delete not found", "message can't be deleted"));
    }
    await store.sensitive.forget(userId);
    return true;
  } catch (error) {
    log.warn({ err: error }, "secrets could not be taken out of a chat");
    return false;
  }
}
