import { readFileSync } from "node:fs";
import { z } from "zod";
import { LOCALES, type Locale } from "../lib/locale.ts";
import { LOG_LEVELS, type LogLevel } from "../lib/log-level.ts";
import { isLoopback } from "../lib/loopback.ts";
import { fail, type Outcome, succeed } from "../lib/outcome.ts";
import type { RedisTarget } from "../lib/redis-target.ts";
import { createSecret, type Secret } from "../lib/secret.ts";
import { parseEncryptionKeys } from "./encryption-keys.ts";
import { parseRedis } from "./redis.ts";
import { type ConfigMistake, EXAMPLES, type Variable } from "./variables.ts";

export type Config = {
  botToken: Secret;
  /** The first seals, all open. */
  encryptionKeys: { id: string; key: Secret }[];
  redis: RedisTarget;
  /** Under which the HTTP server is reached from outside. Without it nothing is registered and CryptoCardy is polled. */
  publicUrl?: URL;
  http: { host: string; port: number };
  updates: { mode: "polling" } | { mode: "webhook"; publicUrl: URL };
  /** Without a slash at the end. */
  telegramApiRoot: string;
  /** `apiUrl` without a slash at the end; `sandbox`: it is not the production one. `signatureHeader` in lower case. */
  cryptoCardy: { apiUrl: string; sandbox: boolean; signatureHeader?: string };
  allowedUsers?: ReadonlySet<number>;
  defaultLocale: Locale;
  supportUrl?: URL;
  logLevel: LogLevel;
};

const PRODUCTION_API = "https://cryptocardy.com/v1/api";

/** Reads the environment, once. All mistakes are reported together; an empty variable counts as unset. */
export function loadConfig(
  env: Record<string, string | undefined>,
  readFile: (path: string) => string = (path) => readFileSync(path, "utf8"),
): Outcome<Config, ConfigMistake[]> {
  const mistakes: ConfigMistake[] = [];
  const value = (variable: Variable): string | undefined => env[variable]?.trim() || undefined;
  const complain = (variable: Variable, problem: string): undefined => {
    mistakes.push({ variable, problem, example: EXAMPLES[variable] });
  };

  /** The value through a schema; undefined when it is unset or wrong, and wrong is noted with the schema's message. */
  function read<Value>(variable: Variable, schema: z.ZodType<Value>): Value | undefined {
    const text = value(variable);
    if (text === undefined) return undefined;
    const result = schema.safeParse(text);
    return result.success ? result.data : complain(variable, result.error.issues[0]?.message ?? "is not valid");
  }

  if (!value("BOT_TOKEN")) complain("BOT_TOKEN", "is required: BotFather gives it");
  const botToken = read("BOT_TOKEN", tokenSchema);
  const encryptionKeys = parseEncryptionKeys({ value, complain }, readFile);
  const redis = parseRedis({ value, complain });
  const apiUrl = read("CRYPTOCARDY_API_URL", urlSchema(["https:", "http:"])) ?? new URL(PRODUCTION_API);
  const publicUrl = read("PUBLIC_URL", urlSchema(["https:", "http:"]));
  if (publicUrl?.protocol === "http:" && !(isLoopback(publicUrl) && isLoopback(apiUrl))) {
    complain("PUBLIC_URL", "must be https (http only on this machine, with CRYPTOCARDY_API_URL on this machine too)");
  }
  const mode = read("TELEGRAM_UPDATES", oneOf(["polling", "webhook"])) ?? "polling";
  if (mode === "webhook" && !value("PUBLIC_URL")) complain("PUBLIC_URL", "is needed for TELEGRAM_UPDATES=webhook");
  const apiRoot = read("TELEGRAM_API_ROOT", urlSchema(["https:", "http:"])) ?? new URL(EXAMPLES.TELEGRAM_API_ROOT);
  const signatureHeader = read("CRYPTOCARDY_SIGNATURE_HEADER", headerSchema);
  const allowedUsers = read("ALLOWED_USERS", usersSchema);
  const supportUrl = read("SUPPORT_URL", urlSchema(["https:", "http:", "tg:"]));
  const host = value("HOST") ?? EXAMPLES.HOST;
  const port = read("PORT", portSchema) ?? Number(EXAMPLES.PORT);
  const defaultLocale = read("DEFAULT_LOCALE", oneOf(LOCALES)) ?? "en";
  const logLevel = read("LOG_LEVEL", oneOf(LOG_LEVELS)) ?? "info";

  if (mistakes.length > 0 || !botToken || !encryptionKeys || !redis) return fail(mistakes);
  return succeed({
    botToken,
    encryptionKeys,
    redis,
    ...(publicUrl ? { publicUrl } : {}),
    http: { host, port },
    updates: mode === "webhook" && publicUrl ? { mode, publicUrl } : { mode: "polling" },
    telegramApiRoot: bare(apiRoot),
    cryptoCardy: {
      apiUrl: bare(apiUrl),
      sandbox: bare(apiUrl) !== PRODUCTION_API,
      ...(signatureHeader ? { signatureHeader } : {}),
    },
    ...(allowedUsers ? { allowedUsers } : {}),
    defaultLocale,
    ...(supportUrl ? { supportUrl } : {}),
    logLevel,
  });
}

/** One message for the operator: every mistake with the variable, what is wrong, and an example. */
export function describeMistakes(mistakes: readonly ConfigMistake[]): string {
  const lines = mistakes.map(
    ({ variable, problem, example }) => `  ${variable} ${problem}\n    for example: ${variable}=${example}`,
  );
  const count = mistakes.length === 1 ? "One setting needs" : `${mistakes.length} settings need`;
  return [`${count} mending in the environment (or .env):`, ...lines].join("\n");
}

const tokenSchema = z
  .string()
  .regex(/^\d+:[A-Za-z0-9_-]+$/, "is not a bot token")
  .transform(createSecret);

const headerSchema = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, "is not a name of an HTTP header")
  .transform((name) => name.toLowerCase());

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, "is not a port (0 to 65535)")
  .transform(Number)
  .refine((port) => port <= 65_535, "is not a port (0 to 65535)");

const usersSchema = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""))
  .refine((words) => words.every((word) => /^[1-9]\d{0,15}$/.test(word)), "must be Telegram user ids (numbers)")
  .transform((words): ReadonlySet<number> => new Set(words.map(Number)));

function oneOf<const Word extends string>(words: readonly Word[]): z.ZodType<Word> {
  const known = (word: string): word is Word => words.some((one) => one === word);
  return z.string().refine(known, `must be one of: ${words.join(", ")}`) as unknown as z.ZodType<Word>;
}

function urlSchema(protocols: readonly string[]): z.ZodType<URL> {
  const isUsable = (text: string): boolean => {
    const url = URL.parse(text);
    return url !== null && protocols.includes(url.protocol) && url.username === "" && url.password === "";
  };
  const names = protocols.map((protocol) => `${protocol}//`).join(" or ");
  return z
    .string()
    .refine(isUsable, `must be an address that begins with ${names}, without user and password`)
    .transform((text) => new URL(text));
}

const bare = (url: URL): string => url.href.replace(/\/+$/, "");
