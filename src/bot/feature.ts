import type { ConversationBuilder } from "@grammyjs/conversations";
import type { Middleware } from "grammy";
import type { PlainKey } from "../i18n.ts";
import type { Act } from "../notifications/outgoing.ts";
import type { BotContext, InnerContext } from "./context.ts";

/** Answers a press. The act's wallet, if it names one, is already known to be the person's own. */
export type ActHandler = (ctx: BotContext, act: Act) => Promise<unknown>;

/**
 * An act that needs the person's PIN when they have set one. `when`: only then. `always`: even while the lock is open.
 * `behind`: the screen to land on when the act itself only shows a pop-up.
 */
export type Guard = {
  when?: (ctx: BotContext, act: Act) => boolean | Promise<boolean>;
  always?: boolean;
  behind?: (act: Act) => Act;
};

/**
 * A command of the menu: `description` is the key of its line in Telegram's command list. Most do what a button does;
 * the others run something of their own.
 */
type Command = { description: PlainKey } & (
  | { act: Act }
  | { run: (ctx: BotContext, argument: string) => Promise<unknown> }
);

/**
 * One screen of the menu with what belongs to it. `capture` sees messages before conversations do, for texts that must
 * never enter a conversation's log; it calls `next` for all that is not its own. `text` answers plain texts nobody
 * waited for, true when it did.
 */
export type Feature = {
  acts?: Record<string, ActHandler>;
  guarded?: Record<string, Guard>;
  commands?: Record<string, Command>;
  capture?: Middleware<BotContext>;
  conversations?: Record<string, ConversationBuilder<BotContext, InnerContext>>;
  menu?: Middleware<BotContext>;
  text?: (ctx: BotContext, text: string) => Promise<boolean>;
};
