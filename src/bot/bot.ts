import { conversations, createConversation } from "@grammyjs/conversations";
import { type ApiClientOptions, Bot, type FilterQuery, type MiddlewareFn } from "grammy";
import type { Translator } from "../i18n.ts";
import type { Secret } from "../lib/secret.ts";
import { isAnswer } from "./ask.ts";
import { createBoundary } from "./boundary.ts";
import type { BotContext, InnerContext } from "./context.ts";
import type { BotDeps } from "./deps.ts";
import type { Feature } from "./feature.ts";
import { createGate } from "./gate.ts";
import { greetIn, knowPerson, onlyAllowed, privateOnly, reachability } from "./people.ts";
import { createRouter } from "./router.ts";
import { answer, type Screen, show } from "./screen.ts";
import type { SecondTries } from "./second-tries.ts";
import { createTroubles, type Troubles } from "./troubles.ts";

/** `answerMs`: after so long a press is answered, whatever is still being done. */
export type BotTelegram = { token: Secret; client: ApiClientOptions; answerMs?: number };
type Deps = Pick<BotDeps, "store" | "clock" | "log" | "random" | "settings" | "lock" | "keypads"> & {
  secondTries: SecondTries;
};

/**
 * The whole bot: every update walks down this page. Starts nothing. Order matters twice: what captures secrets comes
 * before conversations, whose log keeps every text; and commands leave a conversation before anything else happens.
 */
export function createBot(deps: Deps, features: Feature[], { token, client, answerMs }: BotTelegram): Bot<BotContext> {
  const { log, random, settings, store } = deps;
  const bot = new Bot<BotContext>(token.reveal(), { client });
  const router = createRouter(features, settings.supportUrl, createGate(features, deps), answerMs);

  bot.use(greetIn(settings));
  bot.use(equip(router.perform, createTroubles(deps), deps.secondTries));
  bot.use(createBoundary(log, random, settings.supportUrl));
  bot.on("my_chat_member", reachability(store));
  bot.use(privateOnly);

  const chat = bot.chatType("private");
  chat.use(onlyAllowed(settings.allowedUsers));
  chat.use(knowPerson(store));
  chat.use(...features.flatMap(({ capture }) => capture ?? []));
  chat.use(conversations<BotContext, InnerContext>({ storage: store.conversations }));
  chat.use(leaveConversations);
  chat.use(...enterableConversations(features));
  chat.use(...features.flatMap(({ menu }) => menu ?? []));
  chat.use(router.middleware);
  chat.on("message:text", fallback(features));
  chat.on(SERVICE, () => undefined);
  chat.on("message", (ctx) => show(ctx, lostScreen(ctx.t, "failure-unknown-text")));
  chat.on("callback_query", (ctx) => answer(ctx, { text: ctx.t.plain("failure-stale"), alert: true }));
  return bot;
}

/** A command, or a button that is not an answer to the question: what was being asked is no longer wanted. */
const leaveConversations: MiddlewareFn<BotContext> = async (ctx, next) => {
  const elsewhere =
    ctx.message?.text?.startsWith("/") || (ctx.callbackQuery?.data && !isAnswer(ctx.callbackQuery.data));
  if (elsewhere && Object.keys(ctx.conversation.active()).length > 0) {
    await ctx.conversation.exitAll();
    ctx.left = true;
  }
  await next();
};

const equip =
  (
    perform: ReturnType<typeof createRouter>["perform"],
    troubles: Troubles,
    tries: SecondTries,
  ): MiddlewareFn<BotContext> =>
  (ctx, next) => {
    ctx.perform = (act, unlocked) => perform(ctx, act, unlocked);
    // The press behind a second try was answered with the first.
    if (tries.isSecond(ctx.update)) ctx.answered = true;
    else ctx.again = (act, messageId, afterMs) => tries.plan(ctx, act, messageId, afterMs);
    ctx.noteTrouble = async (failure) => {
      if (ctx.from) await troubles.note(ctx.from.id, failure);
    };
    return next();
  };

function enterableConversations(features: Feature[]) {
  return features
    .flatMap(({ conversations }) => Object.entries(conversations ?? {}))
    .map(([id, builder]) => createConversation<BotContext, InnerContext>(builder, { id, parallel: true }));
}

/** What Telegram writes into a private chat by itself when its owner does something to the chat: no answer is expected. */
const SERVICE = [
  "message:pinned_message",
  "message:message_auto_delete_timer_changed",
  "message:chat_background_set",
] as const satisfies FilterQuery[];

const lostScreen = (t: Translator, key: "failure-unknown-command" | "failure-unknown-text"): Screen => ({
  text: t.html(key),
  buttons: [[{ text: t.plain("common-home"), act: { name: "home.open" } }]],
});

function fallback(features: Feature[]) {
  return async (ctx: BotContext): Promise<void> => {
    const text = ctx.message?.text ?? "";
    for (const feature of features) if (await feature.text?.(ctx, text)) return;
    await show(ctx, lostScreen(ctx.t, text.startsWith("/") ? "failure-unknown-command" : "failure-unknown-text"));
  };
}
