import { Api, GrammyError } from "grammy";
import { Agent } from "undici";
import { createAccounts } from "./accounts/accounts.ts";
import { createAdmission } from "./accounts/admission.ts";
import { createAppLock } from "./accounts/app-lock.ts";
import { type BotTelegram, createBot } from "./bot/bot.ts";
import { CODE_PATIENCE_MS, createDelivery } from "./bot/deliver.ts";
import { createBatchRedraw } from "./bot/features/bulk/redraw.ts";
import { createFeatures } from "./bot/features/features.ts";
import { createRedraw } from "./bot/features/operations/redraw.ts";
import { createIntake } from "./bot/intake.ts";
import { createKeypads } from "./bot/keypad.ts";
import { publishProfile } from "./bot/profile.ts";
import { createSecondTries } from "./bot/second-tries.ts";
import { createTelegramFetch } from "./bot/telegram-fetch.ts";
import { createUpdateHandler } from "./bot/updates.ts";
import type { Config } from "./config/config.ts";
import { createTransport } from "./cryptocardy/transport.ts";
import { createMetrics } from "./http/metrics.ts";
import { createHttpServer } from "./http/server.ts";
import { type Clock, systemClock } from "./lib/clock.ts";
import { systemRandom } from "./lib/random.ts";
import { untilItAnswers } from "./lib/until-it-answers.ts";
import type { Log } from "./log.ts";
import { createNotifications, type NotificationsDeps } from "./notifications/notifications.ts";
import { createReceiver } from "./notifications/receive/receiver.ts";
import { createTakeBack } from "./notifications/take-back.ts";
import { createOperations } from "./operations/operations.ts";
import { byName, type Jobs } from "./queue/by-name.ts";
import { createQueues } from "./queue/queues.ts";
import { createReveal } from "./reveal/reveal.ts";
import { createAutomation } from "./rules/automation.ts";
import { connectRedis } from "./store/connect.ts";
import { inspectRedis } from "./store/inspect.ts";
import { createStore } from "./store/store.ts";
import { createKeyring } from "./vault/index.ts";

export type App = ReturnType<typeof createApp>;

/** How long a person who pressed a button waits out a "too many requests" of Telegram, in milliseconds. */
const TELEGRAM_PATIENCE_MS = 5_000;
const HOOKS_EVERY_MS = 3_600_000;

export type AppOptions = { log: Log; clock?: Clock } & Pick<NotificationsDeps, "lookMs" | "tickMs"> &
  Pick<BotTelegram, "answerMs">;

/** Builds the whole program, wired by hand, and starts nothing. `start()` and `stop()` go through its parts in order. */
export function createApp(config: Config, { log, clock = systemClock, answerMs, ...paces }: AppOptions) {
  const random = systemRandom;
  const metrics = createMetrics();
  const stopping = new AbortController();
  const { defaultLocale, supportUrl, allowedUsers, cryptoCardy, botToken: token } = config;
  const address = config.publicUrl ? { publicUrl: config.publicUrl } : {};
  const settings = {
    sandbox: cryptoCardy.sandbox,
    defaultLocale,
    hasPublicUrl: config.publicUrl !== undefined,
    ...(allowedUsers && { allowedUsers }),
    ...(supportUrl && { supportUrl }),
  };

  const redis = connectRedis(config.redis, (error) => log.warn({ err: error }, "Redis"));
  const keyring = createKeyring(config.encryptionKeys);
  const queues = createQueues({ redis, keyring, log });
  const warn = (facts: Record<string, unknown>, text: string): void => log.warn(facts, text);
  const store = createStore({ redis, keyring, clock, warn, onWipe: queues.forget });
  metrics.watchDepths(queues.depths);

  const admission = createAdmission({ redis, clock });
  const transport = createTransport({
    apiUrl: cryptoCardy.apiUrl,
    clock,
    random,
    admit: admission.admit,
    onCall: (call) => {
      admission.observe(call);
      metrics.apiCalled({ method: call.method, status: call.status ?? call.reason ?? "none", ms: call.ms });
    },
  });
  const accounts = createAccounts({
    store,
    keyring,
    connect: { transport },
    admission,
    ...address,
    onConnected: (userId, walletId) => notifications.connection.connected(userId, walletId),
    clock,
    random,
    log,
  });
  const operations = createOperations({ store, accounts, queues, clock, random, log });
  const onShown = (userId: number, walletId: string) => notifications.connection.hot(userId, walletId);
  const reveal = createReveal({ accounts, store, ...address, defaultLocale, clock, random, onShown, log });
  const dispatcher = new Agent({ keepAliveTimeout: 60_000 });
  const client = (patienceMs: number, timeoutMs?: number) => ({
    apiRoot: config.telegramApiRoot,
    fetch: createTelegramFetch({ dispatcher, patienceMs, ...(timeoutMs && { timeoutMs }) }),
  });
  // The queue owns the retries of pushes, so their client does not wait.
  const pushing = (timeoutMs?: number) => new Api(token.reveal(), client(0, timeoutMs));
  const { deliver, retract } = createDelivery(pushing(), pushing(CODE_PATIENCE_MS));

  const automation = createAutomation({ store, accounts, operations, queues, deliver, clock, settings });
  operations.onSettled(automation.onSettled);

  const notifications = createNotifications({
    store,
    accounts,
    queues,
    deliver,
    retract,
    clock,
    settings,
    isOurs: operations.isOurs,
    expect: operations.expect,
    onEvent: operations.hint,
    onPayment: automation.onPayment,
    metrics,
    log,
    ...paces,
  });
  const takeBack = createTakeBack({ queues, retract, clock, note: store.sensitive.note });
  const receiver = createReceiver({
    hooks: store.hooks,
    queues,
    clock,
    metrics,
    log,
    ...(cryptoCardy.signatureHeader && { onlyHeader: cryptoCardy.signatureHeader }),
  });
  operations.onSettled(createRedraw({ store, deliver, settings }));
  operations.onSettled(createBatchRedraw({ store, operations, deliver, settings }));

  const { connection } = notifications;
  operations.onSettled(notifications.onSettled);
  const lock = createAppLock({ store, clock, random });
  const keypads = createKeypads({ store, random });
  const parts = {
    renewals: automation,
    backlog: queues.backlog,
    lock,
    keypads,
    accounts,
    operations,
    store,
    connection,
    reveal,
    takeBack,
    clock,
    random,
    log,
    settings,
  };
  const features = createFeatures(parts);
  const secondTries = createSecondTries(log);
  const telegram = { token, client: client(TELEGRAM_PATIENCE_MS), ...(answerMs !== undefined && { answerMs }) };
  const bot = createBot({ ...parts, secondTries }, features, telegram);
  const handleUpdate = createUpdateHandler({ bot, store, clock, log, defaultLocale, secondTries, metrics });
  const intake = createIntake({
    bot,
    handle: handleUpdate,
    token,
    updates: config.updates,
    inbox: store.inbox,
    clock,
    log,
  });
  const server = createHttpServer({
    config: config.http,
    receiver,
    reveal,
    ...(intake.posted && { telegram: intake.posted }),
    readiness,
    metrics,
    log,
  });

  return {
    stopping: (): boolean => stopping.signal.aborted,

    /** Resolves when events are received and updates are taken. Waits for Redis and Telegram, seen to live, as long as it takes. */
    async start(): Promise<void> {
      const { url } = await server.listen();
      await reach("Redis", store.ping);
      for (const warning of await inspectRedis(redis)) log.warn({ warning }, "Redis is not set up as it should be");
      startChores();
      notifications.start();
      await operations.start();
      bot.botInfo = await reach("Telegram", () => bot.api.getMe());
      await intake.start();
      log.info({ url, updates: config.updates.mode, bot: bot.botInfo.username }, "ready");
      keepHooks();
      aside("the profile was not published", () => publishProfile(bot.api, features, defaultLocale));
    },

    /** Takes nothing new, finishes what is in work, then lets go of Redis. */
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all([intake.stop(), server.close(), notifications.stop(), operations.stop()]);
      await secondTries.stop();
      await queues.close();
      await accounts.idle();
      await Promise.all([dispatcher.close(), transport.close()]);
      redis.disconnect();
    },
  };

  /** Compares our webhooks with the provider's list, now and every hour; among replicas one does it. */
  function keepHooks(): void {
    const compare = () => aside("webhooks were not compared", accounts.reconnectHooks);
    compare();
    const timer = setInterval(compare, HOOKS_EVERY_MS);
    stopping.signal.addEventListener("abort", () => clearInterval(timer));
  }

  function startChores(): void {
    const removals: Jobs = { ...notifications.removals, ...takeBack.removals };
    // An older release put removals among the chores.
    const chores: Jobs = { ...notifications.chores, ...automation.chores, ...removals };
    queues.work("removals", byName(removals));
    queues.work("chores", byName(chores));
  }

  async function readiness(): Promise<{ ok: true } | { ok: false; reason: string }> {
    return store.ping().then(
      () => (queues.healthy() ? { ok: true } : { ok: false, reason: "not every worker runs" }),
      () => ({ ok: false, reason: "Redis does not answer" }),
    );
  }

  /** What may come a moment after "ready", and whose failure stops nothing. */
  function aside(complaint: string, work: () => Promise<unknown>): void {
    void work().catch((error: unknown) => log.warn({ err: error }, complaint));
  }

  /** Waits out what comes back by itself; a refused token does not. */
  function reach<Value>(whom: string, attempt: () => Promise<Value>): Promise<Value> {
    return untilItAnswers(attempt, {
      signal: stopping.signal,
      onFailure: (error, pauseMs) => log.warn({ err: error, pauseMs }, `${whom} does not answer; trying again`),
      isHopeless: (error) => error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429,
    });
  }
}
