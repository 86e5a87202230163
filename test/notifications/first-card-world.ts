import { expect } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import type { Language } from "../people.ts";
import { BOB, type Message, noticesWorld, quiet } from "./world.ts";

const WORDS = {
  en: {
    credited: "Deposit credited",
    waiting: "Your first card is not active yet",
    ready: "🎉 Your first card",
    byDeposit: "The deposit has made it active",
    absent: "No card came with this wallet",
    elsewhere: "issued somewhere else",
    frozen: "was frozen",
    fundFirst: "💸 Fund the first card",
    fund: "💸 Fund",
    unfreeze: "🔥 Unfreeze",
    newCard: "➕ New card",
    card: "💳 Card",
  },
  ru: {
    credited: "Депозит зачислен",
    waiting: "Первая карта ещё не активна",
    ready: "🎉 Ваша первая карта",
    byDeposit: "стала активной после депозита",
    absent: "Карты у этого кошелька пока нет",
    elsewhere: "выпустили не в этом чате",
    frozen: "заморозили",
    fundFirst: "💸 Пополнить первую карту",
    fund: "💸 Пополнить",
    unfreeze: "🔥 Разморозить",
    newCard: "➕ Новая карта",
    card: "💳 Карта",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Longer than any test: what belongs to connecting a wallet is not asked for in between. */
export const NEVER_MS = 600_000;

type Variants = Parameters<Awaited<ReturnType<typeof noticesWorld>>["control"]["variants"]>[0];

/** Bob has opened a wallet here; nobody has looked at its cards yet. */
export async function openedWorld(variants: Variants = {}, { language = "en" as Language, webhooks = true } = {}) {
  const world = await noticesWorld({ webhooks, lookMs: NEVER_MS, sandbox: { variants } });
  const { accounts, chat, control, notifications, queues, store, clock, transport } = world;
  // Looks are made when the test says so.
  await notifications.stop();
  const { walletId } = await accounts.open(BOB, { network: "visa", asset: "BTC" });
  await accounts.idle();
  await store.people.update(BOB, (person) => person && { ...person, locale: language });
  const wallet = { userId: BOB, walletId };
  const words = WORDS[language];
  const seed = await accounts.showSeed(BOB, walletId);
  const chore = notifications.chores["card.first"];
  if (!chore) throw new Error("no such chore");
  const messages = (word: string): Message[] =>
    chat.messages.filter(({ to, text }) => to === BOB && text.includes(word));
  return {
    ...world,
    wallet,
    words,
    seed: seed.reveal(),
    messages,
    theirs: createCryptoCardyClient({ seed, transport }),
    labels: (message: Message | undefined) => chat.buttons(message).map(({ text }) => text),
    firstId: () => String(control.state(seed.reveal()).cards[0]?.id),
    /** A deposit arrives; resolves with it when it was told. */
    async deposit(usd: number) {
      control.deposit({ seed: seed.reveal(), currency: "btc", usd, fee: 0, confirm: true });
      await control.idle();
      if (!webhooks) await notifications.sweep.deposits(wallet);
      const told = () => messages(words.credited).filter(({ text }) => text.includes(`${usd}`));
      await expect.poll(() => told().length).toBe(1);
      await quiet(queues);
      const [deposit] = (await createCryptoCardyClient({ seed, transport }).wallet.deposits()).filter(
        ({ amountUsd }) => amountUsd === usd * 100,
      );
      if (!deposit) throw new Error("no deposit");
      return deposit;
    },
    /** The look as it is made so long after its reason. */
    look: (reason: object, afterMs = 0) =>
      chore(
        { ...wallet, since: clock.now() - afterMs, reason },
        { name: "card.first", attempt: 1, addedAt: clock.now() },
      ),
    settled: () => quiet(queues),
  };
}
