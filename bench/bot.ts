import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../sandbox/redis/server.ts";
import { startChild } from "./child.ts";
import { ENCRYPTION_KEYS, openStore, type Somebody } from "./people.ts";
import { freshRedis } from "./redis.ts";
import { BOT_TOKEN, createCryptoCardyStub, createTelegramStub } from "./stubs.ts";

const READY_MS = 30_000;
const CALM_MS = 700;

export type Bot = Awaited<ReturnType<typeof startBot>>;

/** The whole program as it is started in earnest, in a process of its own, in webhook mode, with so many people. */
export async function startBot(people: number) {
  const redis = await freshRedis();
  const store = openStore(redis.url);
  const telegram = await createTelegramStub();
  const webhooks = new Map<string, string>();
  const cryptocardy = await createCryptoCardyStub(webhooks);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;

  const everybody: Somebody[] = [];
  for (let number = 0; number < people; number++) {
    const somebody = await store.seed(number);
    await store.nameCards(somebody);
    webhooks.set(somebody.seed, `${url}/hooks/cryptocardy/${somebody.token}`);
    everybody.push(somebody);
  }

  await store.liftBudget(everybody);
  const child = startChild(
    "src/main.ts",
    botEnv({ port, redis: redis.url, telegram: telegram.url, cryptocardy: cryptocardy.url }),
  );
  child.mute();
  await untilReady(url);
  await untilCalm(cryptocardy.calls);

  return {
    url,
    telegram,
    cpuMs: child.cpuMs,
    /** One of them after the other. */
    person: (index: number): Somebody => {
      const somebody = everybody[index % everybody.length];
      if (!somebody) throw new Error("nobody is there");
      return somebody;
    },
    async close() {
      await child.stop();
      store.close();
      await Promise.all([telegram.close(), cryptocardy.close()]);
      await redis.close();
    },
  };
}

export const botEnv = (to: { port: number; redis: string; telegram: string; cryptocardy: string }) => ({
  BOT_TOKEN,
  ENCRYPTION_KEYS,
  REDIS_URL: to.redis,
  PUBLIC_URL: `http://127.0.0.1:${to.port}`,
  HOST: "127.0.0.1",
  PORT: String(to.port),
  TELEGRAM_UPDATES: "webhook",
  TELEGRAM_API_ROOT: to.telegram,
  CRYPTOCARDY_API_URL: to.cryptocardy,
  LOG_LEVEL: "error",
});

/** Resolves with the first success of `/readyz`. */
export async function untilReady(url: string, everyMs = 5, path = "/readyz"): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    const answer = await fetch(`${url}${path}`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await wait(everyMs);
  }
  throw new Error("the program did not become ready");
}

/** A start sweeps every wallet once; the figures are of what comes afterwards. */
async function untilCalm(calls: () => number): Promise<void> {
  const deadline = performance.now() + READY_MS;
  let before = -1;
  while (calls() !== before && performance.now() < deadline) {
    before = calls();
    await wait(CALM_MS);
  }
}
