import { expect, onTestFinished } from "vitest";
import { createCryptoCardyClient } from "../../src/cryptocardy/client.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { createNotifications } from "../../src/notifications/notifications.ts";
import type { Button, Delivered, Outgoing } from "../../src/notifications/outgoing.ts";
import { createReceiver } from "../../src/notifications/receive/receiver.ts";
import { byName } from "../../src/queue/by-name.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { ADA, accountsWorld, SEED } from "../accounts/world.ts";

export { ADA, BOB, SEED } from "../accounts/world.ts";

/** A message in the chat. `log` holds every text it had, the last one included. */
export type Message = Outgoing & { id: number; to: number; log: string[] };

type Options = {
  /** False: no public address, everything is found by asking. */
  webhooks?: boolean;
  /** The clock goes by itself, so that sweeps come due. */
  running?: boolean;
  sandbox?: NonNullable<Parameters<typeof accountsWorld>[0]>["sandbox"];
  onlyHeader?: string;
  /** How long after its webhook was registered a wallet is looked at; at once unless given. */
  lookMs?: number;
};

type Deps = Parameters<typeof createNotifications>[0];

/** Telegram's edge, played: what is in the chat, and what the next deliveries meet. */
function createChat() {
  const messages: Message[] = [];
  const fates: Delivered[] = [];
  let last = 100;

  const send = (to: number, message: Outgoing): number => {
    last++;
    messages.push({ ...message, id: last, to, log: [message.text] });
    return last;
  };
  const edit = (messageId: number, message: Outgoing): boolean => {
    const known = messages.find(({ id }) => id === messageId);
    if (known)
      Object.assign(known, { text: message.text, buttons: message.buttons }, { log: [...known.log, message.text] });
    return known !== undefined;
  };

  return {
    messages,
    /** What the next deliveries come to, in order; `unsure` ones arrive all the same, unless Telegram failed. */
    meet: (...next: Delivered[]) => void fates.push(...next),
    deliver: async (to: number, message: Outgoing): Promise<Delivered> => {
      const fate = fates.shift();
      if (fate?.kind === "unsure" && !fate.failed) send(to, message);
      if (fate) return fate;
      if (message.edit !== undefined && edit(message.edit, message))
        return { kind: "delivered", messageId: message.edit };
      return { kind: "delivered", messageId: send(to, message) };
    },
    retract: async (_to: number, messageId: number, replacement?: Outgoing): Promise<Delivered> => {
      if (replacement) edit(messageId, replacement);
      return { kind: "delivered", messageId };
    },
    texts: () => messages.map(({ text }) => text),
    buttons: (message: Message | undefined): Button[] => message?.buttons.flat() ?? [],
  };
}

/** Everything from the hook's address to the edge of Telegram, on a real Redis, against the sandbox. */
export async function noticesWorld(options: Options = {}) {
  const { webhooks = true } = options;
  // An event that a busy machine did not take in time comes again soon.
  const webhookRetryDelays = [500, 2_000, 5_000];
  const base = await accountsWorld({ sandbox: { settleAfterMs: false, webhookRetryDelays, ...options.sandbox } });
  const { store, redis, keyring, clock, control, log } = base;
  if (options.running) clock.now = Date.now;
  const chat = createChat();
  const queues = createQueues({ redis, keyring, log });
  const echoes = new Set<string>();
  const swept = new Set<string>();
  const receiver = createReceiver({
    hooks: store.hooks,
    queues,
    clock,
    log,
    ...(options.onlyHeader && { onlyHeader: options.onlyHeader }),
  });
  const nothing = async () => ({ status: 404, body: "{}" });
  const server = createHttpServer({
    config: { host: "127.0.0.1", port: 0 },
    receiver,
    reveal: { page: nothing, show: nothing },
    readiness: async () => ({ ok: true }),
    metrics: { text: async () => "" },
    log,
  });
  const { url } = await server.listen();
  const accounts = base.newAccounts(webhooks ? url : undefined, (userId, walletId) =>
    notifications.connection.connected(userId, walletId),
  );
  const parts: Deps = {
    store,
    accounts,
    queues,
    deliver: chat.deliver,
    retract: chat.retract,
    clock,
    settings: { sandbox: false, defaultLocale: "en" },
    isOurs: async (_wallet, cardId, type) => echoes.has(`${cardId}:${type}`),
    expect: async (_wallet, cardId, type) => echoes.add(`${cardId}:${type}`),
    onEvent: async () => undefined,
    log,
    tickMs: 20,
    lookMs: options.lookMs ?? 0,
    metrics: { swept: (kind) => swept.add(kind), noticeDelivered: () => undefined },
  };
  const notifications = createNotifications(parts);
  for (const lane of ["chores", "removals"] as const) queues.work(lane, byName(notifications[lane]));

  const outcome = await accounts.import(ADA, createSecret(SEED));
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  await accounts.idle();
  const client = createCryptoCardyClient({ seed: createSecret(SEED), transport: base.transport });
  const issued = await client.cards.create(
    { binId: "491653", amount: 50_000, label: "Ads" },
    { idempotencyKey: "first-card" },
  );
  const details = await client.cards.details(issued.id);
  await control.idle();
  onTestFinished(async () => {
    await Promise.all([notifications.stop(), server.close()]);
    await queues.close();
    await accounts.idle();
  });
  notifications.start();
  // The card was told of, and everything was looked at, so that nothing of it comes in between.
  await expect.poll(() => swept.size).toBe(4);
  await expect.poll(() => queues.depths()).toMatchObject({ chores: { waiting: 0, active: 0 } });
  await quiet(queues);

  return {
    ...base,
    /** What the notifications were made of: for another replica. */
    parts,
    accounts,
    chat,
    queues,
    notifications,
    client,
    url,
    walletId: outcome.value.walletId,
    card: issued,
    pan: details.pan.reveal(),
    /** From now on this change of this card counts as done by the person here. */
    ours: (cardId: string, type: string) => void echoes.add(`${cardId}:${type}`),
    /** Someone buys with the card; a challenge unless `threeDs` is false. */
    buy: (amount: number, merchant = "SPOTIFY", threeDs = false) =>
      control.purchase({ pan: details.pan.reveal(), amount, merchant, threeDs }),
  };
}

export type NoticesWorld = Awaited<ReturnType<typeof noticesWorld>>;

/** Resolves when every event that was queued has been dealt with. */
export async function quiet(queues: NoticesWorld["queues"]): Promise<void> {
  const idle = { waiting: 0, active: 0, delayed: 0 };
  await expect.poll(() => queues.depths()).toMatchObject({ codes: idle, notices: idle });
}

/** How many letters of the message lanes are dead. */
export async function dead({ queues }: Pick<NoticesWorld, "queues">): Promise<number> {
  const { codes, notices } = await queues.depths();
  return codes.dead + notices.dead;
}
