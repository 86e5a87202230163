/** What is wrong with a variable, and what a right value looks like. Never the value itself: it may be a secret. */
export type ConfigMistake = { variable: string; problem: string; example: string };

/** Every variable that is read, with a value that would do. `.env.example` is held to this list by a test. */
export const EXAMPLES = {
  BOT_TOKEN: "123456789:AAExampleExampleExampleExampleExample",
  ENCRYPTION_KEYS: "2026-01:<what `npm run keys:new` prints after the colon>",
  ENCRYPTION_KEYS_FILE: "/run/secrets/encryption_keys",
  REDIS_URL: "redis://127.0.0.1:6379",
  REDIS_SENTINELS: "mymaster@10.0.0.1:26379,10.0.0.2:26379",
  REDIS_CLUSTER: "10.0.0.1:6379,10.0.0.2:6379",
  PUBLIC_URL: "https://bot.example.com",
  HOST: "0.0.0.0",
  PORT: "8080",
  TELEGRAM_UPDATES: "polling",
  TELEGRAM_API_ROOT: "https://api.telegram.org",
  CRYPTOCARDY_API_URL: "https://cryptocardy.com/v1/api",
  CRYPTOCARDY_SIGNATURE_HEADER: "X-Signature",
  ALLOWED_USERS: "123456789,987654321",
  DEFAULT_LOCALE: "en",
  SUPPORT_URL: "https://t.me/example_support",
  LOG_LEVEL: "info",
} as const;

export type Variable = keyof typeof EXAMPLES;

/** How the settings of one program are read from variables; `complain` notes a mistake. */
export type Reading = {
  value(variable: Variable): string | undefined;
  complain(variable: Variable, problem: string): undefined;
};
