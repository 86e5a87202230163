import { createApi } from "./api.ts";
import { createControl } from "./control.ts";
import { createFaults } from "./faults.ts";
import { createHands } from "./hands.ts";
import { createJournal } from "./journal.ts";
import type { LimitOptions } from "./limits.ts";
import { createLint } from "./lint.ts";
import { createParameters } from "./parameters.ts";
import { createPerson, type Person } from "./person.ts";
import { createPolling } from "./polling.ts";
import { createServer, type PageHook } from "./server.ts";
import { keepState } from "./state-file.ts";
import { createWebhook } from "./webhook.ts";
import { createWorld } from "./world.ts";

export type EmulatorOptions = {
  /** 0, the default, takes a free port. */
  port?: number;
  host?: string;
  token?: string;
  name?: string;
  username?: string;
  /** Rate limits (token buckets on the virtual clock); false turns them off. On by default. */
  limits?: LimitOptions | false;
  /** How long a callback query may be answered; 30 s by default. */
  callbackLifetimeMs?: number;
  /** Lets buttons link to this machine, which the real Telegram refuses. For the demo only. */
  allowLoopbackLinks?: boolean;
  /** Webhook URLs as in Telegram's cloud. Off: any http(s) URL. */
  strict?: boolean;
  /** The slowing down of callers of getUpdates that ask the same again and again. On by default. */
  pollingQuirks?: boolean;
  page?: PageHook;
  /** A JSON file in which chats survive a restart. None by default. */
  stateFile?: string;
  /** Gets what the emulator itself could not do. Standard error by default. */
  warn?: (problem: string) => void;
};

const ignoredInAnswers = /^(deletewebhook|setwebhook|close|logout|get.*)$/i;

/** Starts a Telegram for one bot: the Bot API under `url`, the people in its chats, time and faults. */
export const createTelegramEmulator = async (options: EmulatorOptions = {}) => {
  const world = createWorld({
    token: options.token ?? "7000000001:emulator_AAHfakeFakeFakeFakeFakeFakeFake",
    name: options.name ?? "CryptoCardy",
    username: options.username ?? "cryptocardy_bot",
    limits: options.limits ?? {},
    callbackLifetimeMs: options.callbackLifetimeMs ?? 30_000,
    allowLoopbackLinks: options.allowLoopbackLinks ?? false,
    strict: options.strict ?? false,
    pollingQuirks: options.pollingQuirks ?? true,
    warn: options.warn ?? ((problem) => console.error(`telegram emulator: ${problem}`)),
  });
  const { clock, updates } = world;
  const kept = options.stateFile === undefined ? undefined : keepState(world, options.stateFile);
  const faults = createFaults({ clock });
  const journal = createJournal();
  const hands = createHands(world);
  const never = new AbortController().signal;

  const runAnswer = (body: string) => {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return;
    }
    if (typeof value !== "object" || value === null || !("method" in value)) return;
    const { method, ...rest } = value as Record<string, unknown>;
    if (typeof method !== "string" || ignoredInAnswers.test(method)) return;
    void api.call(method, createParameters(rest), never);
  };

  const polling = createPolling({ clock, updates, faults, quirks: world.options.pollingQuirks });
  const webhook = createWebhook({ clock, updates, faults, onAnswer: runAnswer });
  const api = createApi({ parts: { world, polling, webhook }, journal, faults, lint: createLint() });

  const reset = () => {
    for (const part of [
      world.messages,
      updates,
      world.callbacks,
      world.files,
      world.limits,
      world.profile,
      faults,
      journal,
    ]) {
      part.clear();
    }
    for (const person of world.persons.all()) {
      person.started = false;
      person.blocked = false;
      world.events.emit({ person: person.id, kind: "state" });
    }
  };

  const control = createControl({ world, hands, journal, faults, reset });
  const server = createServer({ world, api, control, ...(options.page && { page: options.page }) });
  const host = options.host ?? "127.0.0.1";
  const port = await server.listen(options.port ?? 0, host);
  const persons = new Map<number, Person>();

  return {
    /** Root for `TELEGRAM_API_ROOT`: no slash at the end. */
    url: `http://${host}:${port}`,
    port,
    token: world.options.token,
    bot: world.bot,
    clock,
    faults,
    /** The person's hands and eyes; created on first use. Given details replace the known ones. */
    person: (id: number, details: { name?: string; language?: string } = {}): Person => {
      Object.assign(world.persons.ensure(id), details);
      const person = persons.get(id) ?? createPerson({ world, hands, id });
      persons.set(id, person);
      return person;
    },
    /** Makes an account unreachable for good, or one that is a bot. */
    account: (id: number, change: { deactivated?: boolean; bot?: boolean }) => {
      Object.assign(world.persons.ensure(id), change);
    },
    journal: journal.list,
    /** Everything the bot's requests (or the emulator's results) break of the published Bot API. Empty is good. */
    lint: journal.lint,
    pendingUpdates: () => updates.waiting().map((one) => one.update),
    reset,
    close: async () => {
      webhook.set(undefined);
      polling.stop();
      kept?.stop();
      clock.stop();
      await server.close();
    },
  };
};

export type TelegramEmulator = Awaited<ReturnType<typeof createTelegramEmulator>>;
