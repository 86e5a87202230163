import type { MiddlewareFn } from "grammy";
import { type Locale, pickLocale, translator } from "../i18n.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";
import { answer } from "./screen.ts";

type Greeting = { defaultLocale: Locale; sandbox: boolean; supportUrl?: URL };

/** Gives every update a language, and where help is, before anything can go wrong with it. */
export const greetIn =
  ({ defaultLocale, sandbox, supportUrl }: Greeting): MiddlewareFn<BotContext> =>
  (ctx, next) => {
    ctx.t = translator(pickLocale(ctx.from?.language_code, defaultLocale));
    ctx.sandbox = sandbox;
    ctx.supportUrl = supportUrl;
    ctx.answered = false;
    ctx.left = false;
    return next();
  };

/** Groups and channels: money is shown to nobody but its owner. One word to commands, nothing to the rest. */
export const privateOnly: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (ctx.chat?.type === "private") return next();
  if (ctx.callbackQuery) return answer(ctx, { text: ctx.t.plain("failure-private-only"), alert: true });
  if (ctx.message?.text?.startsWith("/")) await ctx.reply(ctx.t.plain("failure-private-only"));
};

/** The operator's list of guests, when there is one. */
export const onlyAllowed =
  (allowed: ReadonlySet<number> | undefined): MiddlewareFn<BotContext> =>
  async (ctx, next) => {
    if (!allowed || (ctx.from && allowed.has(ctx.from.id))) return next();
    if (ctx.callbackQuery) return answer(ctx, { text: ctx.t.plain("failure-not-allowed"), alert: true });
    await ctx.reply(ctx.t.plain("failure-not-allowed"));
  };

/** Loads the person's record; their chosen language wins over their app's. Whoever writes is reachable again. */
export const knowPerson =
  (store: Pick<Store, "people">): MiddlewareFn<BotContext> =>
  async (ctx, next) => {
    if (!ctx.from) return;
    const known = await store.people.get(ctx.from.id);
    ctx.person = known?.unreachable ? await store.people.update(ctx.from.id, reachable) : known;
    if (ctx.person?.locale) ctx.t = translator(ctx.person.locale);
    return next();
  };

/** Blocking the bot stops its messages; unblocking brings them back. */
export const reachability =
  (store: Pick<Store, "people">): MiddlewareFn<BotContext> =>
  async (ctx) => {
    const member = ctx.myChatMember;
    if (member?.chat.type !== "private") return;
    const blocked = member.new_chat_member.status === "kicked";
    await store.people.update(
      member.from.id,
      (person) => person && (blocked ? { ...person, unreachable: true } : reachable(person)),
    );
  };

function reachable<P extends { unreachable?: true }>(person: P | undefined): P | undefined {
  if (!person) return undefined;
  const { unreachable: _, ...rest } = person;
  return rest as P;
}
