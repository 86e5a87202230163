import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Config, describeMistakes, loadConfig } from "../../src/config/config.ts";
import { type ConfigMistake, EXAMPLES } from "../../src/config/variables.ts";

const KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const NEEDED = { BOT_TOKEN: "123456789:AAcanaryTokenTokenTokenTokenToken", ENCRYPTION_KEYS: `k1:${KEY}` };

function config(env: Record<string, string>): Config {
  const outcome = loadConfig({ ...NEEDED, ...env });
  if (!outcome.ok) throw new Error(describeMistakes(outcome.failure));
  return outcome.value;
}

function mistakes(env: Record<string, string>, readFile?: (path: string) => string): ConfigMistake[] {
  const outcome = loadConfig(env, readFile);
  return outcome.ok ? [] : outcome.failure;
}

const wrong = (env: Record<string, string>): string[] =>
  mistakes({ ...NEEDED, ...env }).map(({ variable }) => variable);

test("two variables are enough, the rest has defaults", () => {
  const { botToken, encryptionKeys, redis, ...rest } = config({});
  expect(botToken.reveal()).toBe(NEEDED.BOT_TOKEN);
  expect(encryptionKeys.map(({ id, key }) => [id, key.reveal()])).toEqual([["k1", KEY]]);
  expect(redis.kind === "single" && redis.url.reveal()).toBe("redis://127.0.0.1:6379");
  expect(rest).toEqual({
    http: { host: "0.0.0.0", port: 8080 },
    updates: { mode: "polling" },
    telegramApiRoot: "https://api.telegram.org",
    cryptoCardy: { apiUrl: "https://cryptocardy.com/v1/api", sandbox: false },
    defaultLocale: "en",
    logLevel: "info",
  });
});

test("empty means unset", () => {
  const empty = Object.fromEntries(Object.keys(EXAMPLES).map((variable) => [variable, " "]));
  expect(JSON.stringify(config({ ...empty, ...NEEDED }))).toBe(JSON.stringify(config({})));
  expect(mistakes(empty).map(({ variable }) => variable)).toEqual(["BOT_TOKEN", "ENCRYPTION_KEYS"]);
});

test("everything can be set", () => {
  const set = config({
    PUBLIC_URL: "https://bot.example.com/base",
    HOST: "127.0.0.1",
    PORT: "0",
    TELEGRAM_UPDATES: "webhook",
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
    CRYPTOCARDY_API_URL: "http://127.0.0.1:9000/v1/api/",
    CRYPTOCARDY_SIGNATURE_HEADER: "X-My-Signature",
    ALLOWED_USERS: "1, 2",
    DEFAULT_LOCALE: "ru",
    SUPPORT_URL: "https://t.me/help",
    LOG_LEVEL: "debug",
  });
  expect(set).toMatchObject({
    http: { host: "127.0.0.1", port: 0 },
    updates: { mode: "webhook", publicUrl: new URL("https://bot.example.com/base") },
    telegramApiRoot: "http://127.0.0.1:8081",
    cryptoCardy: { apiUrl: "http://127.0.0.1:9000/v1/api", sandbox: true, signatureHeader: "x-my-signature" },
    defaultLocale: "ru",
    supportUrl: new URL("https://t.me/help"),
    logLevel: "debug",
  });
  expect([...(set.allowedUsers ?? [])]).toEqual([1, 2]);
});

describe("keys", () => {
  test("the first of several is the one that seals", () => {
    expect(config({ ENCRYPTION_KEYS: `b:${KEY},a:${KEY}` }).encryptionKeys.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("come from a file, one a line, when it is named", () => {
    const env = { BOT_TOKEN: NEEDED.BOT_TOKEN, ENCRYPTION_KEYS_FILE: "/keys" };
    const outcome = loadConfig(env, (path) => (path === "/keys" ? `b:${KEY}\na:${KEY}\n` : ""));
    expect(outcome.ok && outcome.value.encryptionKeys.map(({ id }) => id)).toEqual(["b", "a"]);
    const unreadable = mistakes(env, () => {
      throw new Error("ENOENT");
    });
    expect(unreadable.map(({ variable }) => variable)).toEqual(["ENCRYPTION_KEYS_FILE"]);
  });

  test.each([KEY, `k:${KEY.slice(4)}`, `k:${KEY},`.replace("k:", "k k:"), `a:${KEY},a:${KEY}`, "k:not base64"])(
    "are refused when they are not keys (%#)",
    (keys) => expect(wrong({ ENCRYPTION_KEYS: keys })).toEqual(["ENCRYPTION_KEYS"]),
  );

  test("are refused when they are given twice", () => {
    expect(wrong({ ENCRYPTION_KEYS_FILE: "/keys" })).toEqual(["ENCRYPTION_KEYS_FILE"]);
  });
});

describe("the public address", () => {
  const local = "http://127.0.0.1:9000/v1/api";
  test.each(["https://a.example", "https://a.example/base/"])("%s will do", (url) => {
    expect(wrong({ PUBLIC_URL: url })).toEqual([]);
  });
  test.each(["http://127.0.0.1:8080", "http://localhost:8080"])("%s will do with a local CryptoCardy only", (url) => {
    expect(wrong({ PUBLIC_URL: url, CRYPTOCARDY_API_URL: local })).toEqual([]);
    expect(wrong({ PUBLIC_URL: url })).toEqual(["PUBLIC_URL"]);
    expect(wrong({ PUBLIC_URL: url, CRYPTOCARDY_API_URL: "https://127.0.0.1.example.com" })).toEqual(["PUBLIC_URL"]);
  });
  test.each(["http://a.example", "ftp://a.example", "a.example", "https://user:secret@a.example"])(
    "%s will not",
    (url) => expect(wrong({ PUBLIC_URL: url, CRYPTOCARDY_API_URL: local })).toEqual(["PUBLIC_URL"]),
  );
  test("is needed for webhooks of Telegram", () => {
    expect(wrong({ TELEGRAM_UPDATES: "webhook" })).toEqual(["PUBLIC_URL"]);
  });
});

describe("Redis", () => {
  test("takes password, database and TLS from its address", () => {
    const { redis } = config({ REDIS_URL: "rediss://:p%40ss@r.example:6380/3" });
    expect(redis.kind === "single" && redis.url.reveal()).toBe("rediss://:p%40ss@r.example:6380/3");
  });

  test("behind Sentinel or as a cluster", () => {
    const REDIS_URL = "rediss://me:p%40ss@ignored/3";
    const sentinel = config({ REDIS_URL, REDIS_SENTINELS: "group@10.0.0.1:1,10.0.0.2" }).redis;
    expect(sentinel).toMatchObject({
      kind: "sentinel",
      name: "group",
      sentinels: [
        { host: "10.0.0.1", port: 1 },
        { host: "10.0.0.2", port: 26_379 },
      ],
      username: "me",
      db: 3,
      tls: true,
    });
    expect(sentinel.kind === "sentinel" && sentinel.password?.reveal()).toBe("p@ss");
    expect(config({ REDIS_CLUSTER: "a:1 [::1]:2" }).redis).toEqual({
      kind: "cluster",
      nodes: [
        { host: "a", port: 1 },
        { host: "::1", port: 2 },
      ],
      tls: false,
    });
    expect(config({ REDIS_SENTINELS: "a" }).redis).toMatchObject({ kind: "sentinel", name: "mymaster", tls: false });
  });

  test("is refused when it cannot be understood", () => {
    expect(wrong({ REDIS_URL: "http://r.example" })).toEqual(["REDIS_URL"]);
    expect(wrong({ REDIS_URL: "redis://r.example/name" })).toEqual(["REDIS_URL"]);
    expect(wrong({ REDIS_SENTINELS: "a:b:c" })).toEqual(["REDIS_SENTINELS"]);
    expect(wrong({ REDIS_CLUSTER: "a/b" })).toEqual(["REDIS_CLUSTER"]);
    expect(wrong({ REDIS_CLUSTER: "a", REDIS_SENTINELS: "b" })).toEqual(["REDIS_CLUSTER"]);
  });
});

test.each([
  ["BOT_TOKEN", "no token"],
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["TELEGRAM_UPDATES", "push"],
  ["TELEGRAM_API_ROOT", "api"],
  ["CRYPTOCARDY_API_URL", "cryptocardy.com"],
  ["CRYPTOCARDY_SIGNATURE_HEADER", "X Signature"],
  ["ALLOWED_USERS", "1,me"],
  ["DEFAULT_LOCALE", "de"],
  ["SUPPORT_URL", "javascript:alert(1)"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is a mistake", (variable, value) => {
  expect(wrong({ [variable]: value })).toEqual([variable]);
});

test("all mistakes are told at once, each with variable, problem and example", () => {
  const found = mistakes({ PORT: "x", LOG_LEVEL: "x", DEFAULT_LOCALE: "x" });
  expect(found.map(({ variable }) => variable).sort()).toEqual(
    ["BOT_TOKEN", "DEFAULT_LOCALE", "ENCRYPTION_KEYS", "LOG_LEVEL", "PORT"].sort(),
  );
  const text = describeMistakes(found);
  for (const { variable, problem, example } of found) {
    expect(text).toContain(`${variable} ${problem}`);
    expect(text).toContain(`${variable}=${example}`);
  }
});

test("a mistake never shows the value", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(EXAMPLES)), (variable) => {
      const text = describeMistakes(mistakes({ [variable]: "canary value\\://canary" }, () => "canary file"));
      expect(text).not.toContain("canary");
    }),
  );
});

test("a configuration that is printed shows no secret", () => {
  const text = JSON.stringify(config({ REDIS_URL: "redis://:canary@r.example" }));
  expect(text).not.toMatch(/canary|AAEC/);
});

test(".env.example names every variable, with its default or example, and no other", () => {
  const text = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
  const lines = [...text.matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)].map(([, off, variable, value]) => ({
    off,
    variable,
    value,
  }));
  expect(lines.map(({ variable }) => variable)).toEqual(Object.keys(EXAMPLES));
  for (const { off, variable, value } of lines) {
    const needed = variable === "BOT_TOKEN" || variable === "ENCRYPTION_KEYS";
    expect([variable, off, value]).toEqual([
      variable,
      needed ? undefined : "# ",
      needed ? "" : EXAMPLES[variable as keyof typeof EXAMPLES],
    ]);
  }
  expect(
    wrong(Object.fromEntries(Object.entries(EXAMPLES).filter(([name]) => !/KEYS|SENTINELS|CLUSTER/.test(name)))),
  ).toEqual([]);
});
