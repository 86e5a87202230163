/** Who may import whom below src/. A single file is a room of its own. The same table stands in docs/architecture.md. */
export const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  config: ["lib"],
  log: ["lib"],
  i18n: ["lib"],
  cryptocardy: ["lib"],
  vault: ["lib"],
  store: ["lib", "vault"],
  queue: ["lib", "vault"],
  accounts: ["lib", "cryptocardy", "vault", "store"],
  operations: ["lib", "accounts", "cryptocardy", "store", "queue"],
  notifications: ["lib", "i18n", "cryptocardy", "accounts", "store", "queue"],
  rules: ["lib", "i18n", "accounts", "operations", "cryptocardy", "store", "queue", "notifications"],
  reveal: ["lib", "i18n", "accounts", "store"],
  http: ["lib"],
  bot: ["lib", "i18n", "log", "accounts", "operations", "cryptocardy", "store", "notifications", "rules", "reveal"],
};

/** Which packages belong to one room only. Rooms that are not named own none. */
export const OWNER: Record<string, string[]> = {
  grammy: ["bot"],
  "@grammyjs/conversations": ["bot"],
  "@grammyjs/menu": ["bot"],
  qrcode: ["bot"],
  echarts: ["bot"],
  "@resvg/resvg-js": ["bot"],
  "csv-stringify": ["bot"],
  undici: ["cryptocardy", "bot"],
  zod: ["cryptocardy", "config"],
  ioredis: ["store", "queue"],
  msgpackr: ["store"],
  bullmq: ["queue"],
  "rate-limiter-flexible": ["accounts"],
  fastify: ["http"],
  "prom-client": ["http"],
  pino: ["log"],
  "@fluent/bundle": ["i18n"],
};
