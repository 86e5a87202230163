import type { EyeEvent } from "./events.ts";
import type { Hands } from "./hands.ts";
import { transcript } from "./transcript.ts";
import { type VisibleButton, type VisibleMessage, viewMessage } from "./view.ts";
import type { World } from "./world.ts";

/** What came of a press: the bot's answer to the query, or what the person's app did by itself. */
export type Pressed = {
  callbackId?: string;
  /** The toast's or the alert's text. */
  text?: string;
  alert: boolean;
  url?: string;
  copied?: string;
  disabled?: true;
};

type Label = string | RegExp;
type Match = Label | ((message: VisibleMessage) => boolean);
type WaitOptions = {
  /** Real milliseconds; 30,000 by default. */
  timeoutMs?: number;
  /** Only messages sent or edited after this mark count; see `mark()`. */
  since?: number;
};

/** Long, because on a busy machine the bot is slow, and an answer ends the wait at once. */
const PATIENCE_MS = 30_000;

const fits = (text: string, label: Label) => (typeof label === "string" ? text.includes(label) : label.test(text));

/** A person's hands and eyes in the chat with the bot. */
export const createPerson = ({ world, hands, id }: { world: World; hands: Hands; id: number }) => {
  const messages = (): VisibleMessage[] => world.messages.list(id).map(viewMessage);
  const fail = (problem: string) => new Error(`${problem}\n--- chat of person ${id} ---\n${transcript(messages())}`);

  const waitUntil = <T>(check: () => T | undefined | false, what: string, timeoutMs = PATIENCE_MS): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = check();
        if (found === undefined || found === false) return false;
        stop();
        resolve(found);
        return true;
      };
      const timer = setTimeout(() => {
        stop();
        reject(fail(`Waited ${timeoutMs} ms for ${what}`));
      }, timeoutMs);
      const deaf = world.events.listen((event) => {
        if (event.person === id) look();
      });
      const stop = () => {
        clearTimeout(timer);
        deaf();
      };
      look();
    });

  const answerTo = (callbackId: string, early: EyeEvent[], timeoutMs = PATIENCE_MS): Promise<Pressed> =>
    new Promise((resolve, reject) => {
      const take = (event: EyeEvent) => {
        if (event.kind !== "answered" || event.callbackId !== callbackId) return;
        stop();
        if (event.expired) reject(fail(`The bot never answered callback query ${callbackId}`));
        const { text, alert, url } = event;
        resolve({ callbackId, alert, ...(text !== undefined && { text }), ...(url !== undefined && { url }) });
      };
      const timer = setTimeout(() => {
        stop();
        reject(fail(`The bot did not answer callback query ${callbackId} within ${timeoutMs} ms`));
      }, timeoutMs);
      const deaf = world.events.listen(take);
      const stop = () => {
        clearTimeout(timer);
        deaf();
      };
      for (const event of early) take(event);
    });

  const buttons = (from: VisibleMessage[]): { message: VisibleMessage; button: VisibleButton }[] =>
    from.flatMap((message) => (message.keyboard ?? []).flat().map((button) => ({ message, button })));

  const find = (label: Label, messageId?: number) => {
    const shown = messages().filter((message) => messageId === undefined || message.id === messageId);
    const byAge = buttons(shown.toReversed());
    const exact = byAge.find(({ button }) => button.text === label);
    const found = byAge.find(({ button }) => fits(button.text, label));
    // Within one message the exact label wins over a longer one that contains it ("Freeze" before "Unfreeze").
    return exact && exact.message.id === found?.message.id ? exact : found;
  };

  const press = async (label: Label, options: { message?: number; timeoutMs?: number } = {}): Promise<Pressed> => {
    const found = find(label, options.message);
    if (!found) {
      const shown = buttons(messages()).map(({ message, button }) => `${button.text} (message ${message.id})`);
      throw fail(`No visible button contains ${String(label)}. Visible buttons: ${shown.join(" | ") || "none"}`);
    }
    const [, row = 0, column = 0] = found.button.id.split(".").map(Number);
    const result = hands.press(id, found.message.id, row, column);
    switch (result.kind) {
      case "callback":
        return answerTo(result.callbackId, [], options.timeoutMs);
      case "copy":
        return { alert: false, copied: result.copied };
      case "disabled":
        return { alert: false, disabled: true };
      default:
        return { alert: false, url: result.url };
    }
  };

  return {
    id,
    /** Sends a text; resolves with the message as the person sees it (the bot has not answered yet). */
    send: async (text: string): Promise<VisibleMessage> => viewMessage(hands.say(id, text)),
    /** Sends an image (PNG, JPEG, WebP or GIF bytes). */
    sendPhoto: async (bytes: Buffer, caption?: string): Promise<VisibleMessage> =>
      viewMessage(hands.sendFile(id, "photo", { name: "photo.jpg", mime: "", bytes }, caption)),
    sendDocument: async (name: string, bytes: Buffer, caption?: string): Promise<VisibleMessage> =>
      viewMessage(hands.sendFile(id, "document", { name, mime: "application/octet-stream", bytes }, caption)),
    shareContact: async (phone: string): Promise<VisibleMessage> => viewMessage(hands.shareContact(id, phone)),
    edit: async (messageId: number, text: string): Promise<void> => hands.edit(id, messageId, text),
    /**
     * Presses the newest visible button whose text contains `label` and resolves with the bot's answer to it. Throws with
     * the list of visible buttons when there is none.
     */
    press,
    /** Presses a button of an old keyboard: `data` need not be shown any more, nor the message exist. */
    stalePress: (messageId: number, data: string): Promise<Pressed> => answerTo(hands.forge(id, data, messageId), []),
    /** Sends callback data nobody offered this person, on the newest bot message or on `message`. */
    forge: (data: string, options: { message?: number } = {}): Promise<Pressed> => {
      const newest = messages().findLast((message) => message.from === "bot");
      return answerTo(hands.forge(id, data, options.message ?? newest?.id ?? 0), []);
    },
    /** Removes a message on the person's side only; the bot is not told, as on Telegram. */
    remove: async (messageId: number): Promise<void> => hands.remove(id, messageId),
    /** What is in the chat now, oldest first. */
    messages,
    last: (): VisibleMessage | undefined => messages().at(-1),
    lastFromBot: (): VisibleMessage | undefined => messages().findLast((message) => message.from === "bot"),
    buttons: (): string[] => buttons(messages()).map(({ button }) => button.text),
    find: (label: Label, messageId?: number): VisibleButton | undefined => find(label, messageId)?.button,
    /** A moment to give to `waitFor` as `since`. */
    mark: (): number => world.messages.revision(),
    /** Resolves with the newest message of the bot that matches, at once if it is there already. */
    waitFor: (match: Match, { timeoutMs, since = 0 }: WaitOptions = {}): Promise<VisibleMessage> => {
      const test = typeof match === "function" ? match : (message: VisibleMessage) => fits(message.text, match);
      return waitUntil(
        () => messages().findLast((message) => message.from === "bot" && message.revision > since && test(message)),
        typeof match === "function" ? "a message that passes the test" : `a message with ${String(match)}`,
        timeoutMs,
      );
    },
    /** Resolves once `check` holds for the whole visible chat; looks again after every change. */
    waitUntil: async (check: (messages: VisibleMessage[]) => boolean, options: WaitOptions = {}): Promise<void> => {
      await waitUntil(() => check(messages()), "the chat to pass the test", options.timeoutMs);
    },
    block: async (): Promise<void> => hands.block(id, true),
    unblock: async (): Promise<void> => hands.block(id, false),
    transcript: (): string => transcript(messages()),
  };
};

export type Person = ReturnType<typeof createPerson>;
