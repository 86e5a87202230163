import { createHmac } from "node:crypto";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Clock } from "../lib/clock.ts";
import { createSecret, type Secret } from "../lib/secret.ts";
import type { Log } from "../log.ts";
import type { Inbox } from "../store/inbox.ts";
import type { BotContext } from "./context.ts";
import { ALLOWED_UPDATES, createPoller } from "./poller.ts";
import type { HandleUpdate } from "./updates.ts";

type Deps = {
  bot: Bot<BotContext>;
  handle: HandleUpdate;
  token: Secret;
  updates: { mode: "polling" } | { mode: "webhook"; publicUrl: URL };
  inbox: Inbox;
  clock: Clock;
  log: Log;
};

/** Where updates come from: asked for, or posted by Telegram to `/hooks/telegram`. */
export function createIntake({ bot, handle, token, updates, inbox, clock, log }: Deps) {
  const poller = createPoller({ api: bot.api, inbox, handle, clock, log });
  const secret = webhookSecret(token);

  return {
    /** What the HTTP server needs to take updates; undefined when they are asked for. */
    posted:
      updates.mode === "webhook"
        ? {
            secret,
            /** Rejects to get the update again: an earlier one of the same person is still in work. */
            async handle(update: object): Promise<void> {
              if ((await handle(update as Update)) === "later") throw new Error("an earlier update is still in work");
            },
          }
        : undefined,

    /** Tells Telegram how we want updates, and begins to take them. */
    async start(): Promise<void> {
      if (updates.mode === "polling") {
        await bot.api.deleteWebhook();
        return poller.start();
      }
      const base = updates.publicUrl.href.replace(/\/*$/, "/");
      const url = new URL("hooks/telegram", base).href;
      await bot.api.setWebhook(url, { secret_token: secret.reveal(), allowed_updates: ALLOWED_UPDATES });
    },

    /** Takes no more, and waits for what is in work. The HTTP server stops what is posted. */
    stop: (): Promise<void> => poller.stop(),
  };
}

/** What Telegram shows us with every update. Made from the bot token, so that all replicas have the same and none keeps it. */
const webhookSecret = (token: Secret): Secret =>
  createSecret(createHmac("sha256", token.reveal()).update("telegram webhook").digest("hex"));
