import type { Translator } from "../i18n.ts";
import type { Random } from "../lib/random.ts";
import { createSecret, type Secret } from "../lib/secret.ts";
import type { Act, Button } from "../notifications/outgoing.ts";
import type { Store } from "../store/store.ts";
import type { BotContext } from "./context.ts";
import { type Screen, show } from "./screen.ts";
import { userOf } from "./wallet.ts";

const PIN_LENGTH = 4;
/** The act of a key: `id` is the keypad's nonce, `arg` the place of the key. Which digit stands there is not in it. */
export const KEY = "lock.key";
const ERASE = "x";
const KIND = "keypad";

/**
 * What the digits are for: opening the lock on the way to an act (and the screen behind its pop-up), or a new PIN,
 * typed twice (`first` is the hash of the one before).
 */
export type KeypadGoal =
  | { kind: "open"; wanted: Act; behind?: Act }
  | { kind: "new" }
  | { kind: "repeat"; first: { salt: string; hash: string } };

/** `order[place]` is the digit on a key. Kept sealed for minutes, never in a message or a log. */
type Keypad = { nonce: string; order: string; typed: string; goal: KeypadGoal };

/** What a press came to: one more digit, the whole PIN, or a keypad that is not in use any more. */
export type Pressed = { kind: "more" } | { kind: "whole"; pin: Secret; goal: KeypadGoal } | { kind: "stale" };

/** Keys with digits on them in another order every time. One keypad of a person is in use at a time, for ten minutes. */
export type Keypads = ReturnType<typeof createKeypads>;

export function createKeypads({ store, random }: { store: Pick<Store, "awaiting">; random: Random }) {
  const keep = (userId: number, keypad: Keypad): Promise<void> =>
    store.awaiting.put(userId, { kind: KIND, facts: keypad });

  async function current(userId: number): Promise<Keypad | undefined> {
    const awaited = await store.awaiting.get(userId);
    return awaited?.kind === KIND ? (awaited.facts as unknown as Keypad) : undefined;
  }

  return {
    /** Draws a fresh keypad below `words` (Telegram HTML). */
    async ask(ctx: BotContext, goal: KeypadGoal, words: string): Promise<void> {
      const nonce = random.bytes(6).toString("base64url");
      const keypad: Keypad = { nonce, order: shuffled(random), typed: "", goal };
      await keep(userOf(ctx), keypad);
      await show(ctx, keypadScreen(ctx.t, keypad, words));
    },

    /** Takes one key. The message keeps its words; only the dots change. */
    async press(
      ctx: BotContext,
      { id: nonce, arg: place }: Act,
      words: (goal: KeypadGoal) => string,
    ): Promise<Pressed> {
      const keypad = await current(userOf(ctx));
      if (!keypad || keypad.nonce !== nonce) return { kind: "stale" };
      const digit = place === ERASE ? undefined : keypad.order[Number(place)];
      if (place !== ERASE && digit === undefined) return { kind: "stale" };
      const typed = digit === undefined ? keypad.typed.slice(0, -1) : `${keypad.typed}${digit}`;
      if (typed.length >= PIN_LENGTH) {
        await store.awaiting.remove(userOf(ctx));
        return { kind: "whole", pin: createSecret(typed), goal: keypad.goal };
      }
      const next = { ...keypad, typed };
      await keep(userOf(ctx), next);
      await show(ctx, keypadScreen(ctx.t, next, words(keypad.goal)));
      return { kind: "more" };
    },

    isOpen: async (userId: number): Promise<boolean> => (await current(userId)) !== undefined,
  };
}

/** The keys in their order, what is typed as dots, and the way out. */
export function keypadScreen(
  t: Translator,
  { nonce, order, typed, goal }: { nonce: string; order: string; typed: string; goal: KeypadGoal },
  words: string,
): Screen {
  const key = (place: number): Button => ({
    text: order[place] ?? "",
    act: { name: KEY, id: nonce, arg: String(place) },
  });
  const dots = `${"● ".repeat(typed.length)}${"○ ".repeat(PIN_LENGTH - typed.length)}`.trim();
  const { wallet, id } = goal.kind === "open" ? goal.wanted : {};
  return {
    text: [words, "", t.html("lock-typed", { dots })].join("\n"),
    buttons: [
      [key(0), key(1), key(2)],
      [key(3), key(4), key(5)],
      [key(6), key(7), key(8)],
      [{ text: t.plain("lock-erase"), act: { name: KEY, id: nonce, arg: ERASE } }, key(9)],
      [
        { text: t.plain("common-cancel"), act: { name: "cancel", ...(wallet && id && { wallet, id }) } },
        ...(goal.kind === "open" ? [{ text: t.plain("lock-forgot"), act: { name: "lock.forgot" } }] : []),
      ],
    ],
  };
}

/** The ten digits in a random order, every order as likely as any other. */
function shuffled(random: Random): string {
  const digits = [..."0123456789"];
  for (let last = digits.length - 1; last > 0; last--) {
    const other = below(random, last + 1);
    [digits[last], digits[other]] = [digits[other] ?? "", digits[last] ?? ""];
  }
  return digits.join("");
}

/** A number from 0 to `count` - 1; bytes that would favour the first ones are drawn again. */
function below(random: Random, count: number): number {
  const fair = 256 - (256 % count);
  for (;;) {
    const [byte = 0] = random.bytes(1);
    if (byte < fair) return byte % count;
  }
}
