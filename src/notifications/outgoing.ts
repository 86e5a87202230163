/**
 * What a press asks for. `wallet` is the id of one of the person's wallets, checked before the handler runs;
 * `id` names the object (card, transaction, operation), `arg` whatever else the handler needs (a page, an amount).
 */
export type Act = { name: string; wallet?: string; id?: string; arg?: string };

/** An inline button: copies a text, asks for an act, or opens an address. */
export type Button = { text: string; style?: "danger" | "success" | "primary" } & (
  | { copy: string }
  | { act: Act }
  | { url: string }
);

/**
 * A message to a person, in Telegram's HTML. `edit` names the message to change instead of sending a new one;
 * when that message is gone, a new one is sent. `screen`: its buttons may draw something else in its place; without
 * it the message is a notification, which stays where it is.
 */
export type Outgoing = {
  text: string;
  buttons: Button[][];
  silent?: boolean;
  protect?: boolean;
  replyTo?: number;
  edit?: number;
  screen?: true;
};

/**
 * What became of a message. `gone`: the person blocked the bot or is deactivated. `wait`: nothing was sent, ask
 * again after `ms` (holds for the whole bot). `refused`: it will never be accepted. `unsure`: it may have been sent,
 * hardly so when Telegram itself said that it had failed.
 */
export type Delivered =
  | { kind: "delivered"; messageId: number }
  | { kind: "gone" }
  | { kind: "wait"; ms: number }
  | { kind: "refused"; reason: string }
  | { kind: "unsure"; failed?: true };

export type Deliver = (userId: number, message: Outgoing) => Promise<Delivered>;

/** Takes a message out of the chat: deletes it, or puts `replacement` in its place when there is one. */
export type Retract = (userId: number, messageId: number, replacement?: Outgoing) => Promise<Delivered>;
