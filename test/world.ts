import { spawn } from "node:child_process";
import { Writable } from "node:stream";
import { expect, onTestFinished } from "vitest";
import { createCryptoCardySandbox, type SandboxOptions } from "../sandbox/cryptocardy/server.ts";
import { createTelegramEmulator, type EmulatorOptions } from "../sandbox/telegram/emulator.ts";
import { createApp } from "../src/app.ts";
import { describeMistakes, loadConfig } from "../src/config/config.ts";
import type { Clock } from "../src/lib/clock.ts";
import { createLog } from "../src/log.ts";
import { freshPort } from "./fresh-port.ts";
import { freshRedis } from "./fresh-redis.ts";

export type WorldOptions = {
  /** Variables on top of those that lead to the stand-ins. */
  env?: Record<string, string>;
  /** False: no public address, CryptoCardy is polled. */
  webhooks?: boolean;
  updates?: "polling" | "webhook";
  cryptocardy?: SandboxOptions;
  telegram?: EmulatorOptions;
  /** The program as a process of its own, which can be killed. */
  process?: boolean;
};

export type World = Awaited<ReturnType<typeof startWorld>>;

/** An event that a busy machine did not take in time comes again soon. */
const SANDBOX: SandboxOptions = { settleAfterMs: false, webhookRetryDelays: [500, 2_000, 5_000, 10_000] };

/** 32 bytes that are a key in tests only. */
export const TEST_KEY = `test:${Buffer.alloc(32, 7).toString("base64")}`;

/**
 * The whole program with the outside world around it: the real bot, real HTTP, a real Redis; CryptoCardy and Telegram are
 * the sandbox's. Everything is closed when the test is over, and every request of the bot must have been a right one.
 */
export async function startWorld(options: WorldOptions = {}) {
  const { webhooks = true, updates = "polling" } = options;
  const redisUrl = options.env?.REDIS_URL ?? (await freshRedis());
  const telegram = await createTelegramEmulator({ limits: false, pollingQuirks: false, ...options.telegram });
  const cryptocardy = await createCryptoCardySandbox({ ...SANDBOX, ...options.cryptocardy });
  const port = await freshPort();
  const logged: string[] = [];
  const env: Record<string, string> = {
    BOT_TOKEN: telegram.token,
    ENCRYPTION_KEYS: TEST_KEY,
    REDIS_URL: redisUrl,
    TELEGRAM_API_ROOT: telegram.url,
    CRYPTOCARDY_API_URL: cryptocardy.url,
    HOST: "127.0.0.1",
    PORT: String(port),
    TELEGRAM_UPDATES: updates,
    LOG_LEVEL: "debug",
    ...(webhooks || updates === "webhook" ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}),
    ...options.env,
  };
  let ahead = 0;
  const run = (): Promise<Program> => {
    const write = (line: string): unknown => logged.push(line);
    if (options.process) return startProcess({ ...env, DEMO_AHEAD_MS: String(ahead) }, write);
    return startInside(env, write, { now: () => Date.now() + ahead }, webhooks);
  };
  let program = await run();

  onTestFinished(async () => {
    await program.stop();
    await telegram.close();
    await cryptocardy.close();
    expect(telegram.lint(), "every request of the bot is one that Telegram documents").toEqual([]);
  });

  return {
    telegram,
    cryptocardy,
    redisUrl,
    env,
    /** Whether a wallet that was just connected is looked at once, and soon. */
    looksAround: webhooks && !options.process,
    /** Under which the bot's HTTP server answers. */
    botUrl: `http://127.0.0.1:${port}`,
    /** Every line of the log so far. */
    logged,
    person: telegram.person,
    /** Stops in order; a second stop does nothing. Resolves with the exit code of a process. */
    stop: (): Promise<number | undefined> => program.stop(),
    /** Resolves with the exit code when the process ends by itself. Needs `process: true`. */
    ended: (): Promise<number | undefined> => program.ended(),
    /** Dead at once, with whatever it was doing. Needs `process: true`. */
    kill: (): Promise<number | undefined> => program.kill(),
    /** Starts the program again, on the same Redis. */
    async restart(): Promise<void> {
      await program.stop();
      program = await run();
    },
    /** Time passes for the program, not for its timers; for a process from its next start on. */
    pass(ms: number): void {
      ahead += ms;
    },
  };
}

type Program = Record<"stop" | "kill" | "ended", () => Promise<number | undefined>>;

/** Where events come by webhook there are no sweeps by the way: what is asked is what the test makes the bot ask. */
async function startInside(
  env: Record<string, string>,
  write: (line: string) => unknown,
  clock: Clock,
  webhooks: boolean,
): Promise<Program> {
  const config = loadConfig(env);
  if (!config.ok) throw new Error(describeMistakes(config.failure));
  const destination = new Writable({
    write(chunk, _encoding, done) {
      write(String(chunk));
      done();
    },
  });
  const log = createLog({ level: config.value.logLevel, destination });
  // A busy machine takes longer than a person should wait for an answer to a press, and then no pop-up can be shown.
  const paces = { answerMs: 20_000, lookMs: 0, ...(webhooks && { tickMs: 3_600_000 }) };
  const app = createApp(config.value, { log, clock, ...paces });
  await app.start();
  let stopped: Promise<void> | undefined;
  return {
    async stop() {
      stopped ??= app.stop();
      await stopped;
      return undefined;
    },
    kill: () => Promise.reject(new Error("only a process can be killed: process: true")),
    ended: () => Promise.reject(new Error("only a process ends by itself: process: true")),
  };
}

/** Resolves as soon as it runs, not when it is ready: Telegram keeps what is sent meanwhile. */
async function startProcess(env: Record<string, string>, write: (line: string) => unknown): Promise<Program> {
  const words = ["--import", "./sandbox/demo/time.ts", "src/main.ts"];
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env } });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => write(String(chunk)));
  // Not "exit", after which its last words may still be on their way.
  const exit = new Promise<number | undefined>((resolve) => child.once("close", (code) => resolve(code ?? undefined)));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exit;
  };
  return { stop: () => end("SIGTERM"), kill: () => end("SIGKILL"), ended: () => exit };
}
