import type { Conversation, ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Translator } from "../i18n.ts";
import type { Act } from "../notifications/outgoing.ts";
import type { Person } from "../store/person.ts";

/** What our middleware adds to every update that reaches a feature. */
type Extras = {
  /** The record of whoever wrote; absent until their first wallet or setting. */
  person: Person | undefined;
  t: Translator;
  /** True when the provider is not the production one: screens carry a badge. */
  sandbox: boolean;
  /** Where the Support buttons lead; absent when the operator names nothing. */
  supportUrl: URL | undefined;
  /** Set once the pressed button was answered; a second answer would be refused. */
  answered: boolean;
  /** Set when a question was left unanswered by what came instead; `/cancel` then has something to say. */
  left: boolean;
  /** Does what a button with this act does: how typed words and links lead to the screen of another feature. */
  perform: (act: Act, unlocked?: "unlocked") => Promise<void>;
  /** The act that is being done; absent for texts and answers to questions, which nobody could repeat for the person. */
  asked?: Act;
  /** Does an act a while from now in this message of ours. Absent when this is such a second try. */
  again?: (act: Act, messageId: number, afterMs: number) => void;
  /** Remembers for a while what a person would name to support. */
  noteTrouble: (failure: { requestId?: string | undefined }) => Promise<void>;
};

/** The context outside conversations: the one place where flavours are stacked. */
export type BotContext = ConversationFlavor<Context & Extras>;

/** The context inside conversations: bare, because their plugins run once per wait and replay. */
export type InnerContext = Context;

export type BotConversation = Conversation<BotContext, InnerContext>;
