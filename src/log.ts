import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import type { LogLevel } from "./lib/log-level.ts";

export type { LogLevel };

/** Facts first, then the sentence: `log.warn({ lane, err }, "a job failed")`. */
export type Log = Logger;

const REDACTED = "[redacted]";

/** Names of properties whose values are never written, wherever they stand. */
const SECRET_NAMES =
  /^(seed|pan|number|card_?number|cvv2?|cvc|otp|code_?3ds|secrets?|password|passphrase|(bot_?)?token|key|keys|encryption_?keys?|sealed|authorization|cookie|x-seed|x-telegram-bot-api-secret-token|payload|body|rawBody|update|ctx|headers)$/i;

const PATTERNS: readonly [RegExp, string][] = [
  // Bot tokens, also where they stand in a URL (/bot123:ABC/sendMessage).
  [/\b(bot)?\d{6,12}:[A-Za-z0-9_-]{30,}/g, REDACTED],
  // Seeds: four groups of four hexadecimal digits.
  [/\b[0-9a-f]{4}(?:-[0-9a-f]{4}){3}\b/gi, REDACTED],
  [/\bwhsec_[A-Za-z0-9+/=_-]+/g, REDACTED],
  // 32 bytes in base64 or hexadecimal: encryption keys and webhook secrets.
  [/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{43}=/g, REDACTED],
  [/\b[0-9a-f]{64}\b/gi, REDACTED],
  // "otp": "123456", otp=123456, code: 123456
  [/\b(otp|cvv2?|cvc|seed)(["']?\s*[:=]\s*["']?)[^\s"',}&]+/gi, `$1$2${REDACTED}`],
  // Passwords in addresses.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${REDACTED}@`],
  // The random part of our own URLs.
  [/(\/hooks\/cryptocardy\/|\/r\/)[A-Za-z0-9_-]{8,}/g, `$1${REDACTED}`],
];

// Card numbers, with or without spaces and dashes; other long numbers (ids, moments) stay.
const CARD = /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g;
// In a line of JSON what follows a colon, comma or bracket directly is a number, and a word in its place would break it.
const CARD_IN_JSON = /(?<![\d.:,[])\d(?:[ -]?\d){12,18}(?!\d)/g;

/** Takes out of a text whatever looks like a secret: tokens, seeds, card numbers, keys, passwords. */
export function redact(text: string, card = CARD): string {
  const clean = PATTERNS.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
  return clean.replace(card, (digits) => (isCardNumber(digits) ? REDACTED : digits));
}

/** The check digit fits (Luhn), or it is as long as a card number and begins like one: sandboxes make wrong digits. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (/^[3-6]\d{15}$/.test(digits)) return true;
  let sum = 0;
  [...digits].reverse().forEach((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

const DEEPEST = 6;

/** A copy fit for the log: secret names and patterns taken out, errors reduced, nothing endless. */
function clean(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (value instanceof Error) return describeError(value);
  if (depth >= DEEPEST) return "[deep]";
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (value instanceof URL) return redact(value.href);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  if ("toJSON" in value && typeof value.toJSON === "function") return clean(value.toJSON(), depth + 1);
  const entries = Object.entries(value).map(([name, inner]) => [redact(name), cleanNamed(name, inner, depth)]);
  return Object.fromEntries(entries);
}

function cleanNamed(name: string, value: unknown, depth: number): unknown {
  const isText = typeof value === "string" || (typeof value === "object" && value !== null);
  // Numbers too: a code of six digits is a number to somebody.
  if (SECRET_NAMES.test(name) && (isText || typeof value === "number")) return REDACTED;
  return clean(value, depth + 1);
}

/**
 * Errors of libraries carry requests, payloads and URLs in their properties. Of an error only its name, kind, code,
 * status, request id, message and stack are written, the texts redacted.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: "thrown", message: redact(String(error)) };
  const described: Record<string, unknown> = { name: error.name, message: redact(error.message) };
  for (const property of ["kind", "code", "status", "requestId", "error_code", "method"]) {
    const value: unknown = Reflect.get(error, property);
    if (typeof value === "string") described[property] = redact(value);
    else if (typeof value === "number") described[property] = value;
  }
  if (error.stack) described.stack = redact(error.stack);
  if (error.cause instanceof Error) described.cause = describeError(error.cause);
  return described;
}

/**
 * The log of the whole program, one JSON object a line, without secrets: by the names of properties,
 * by what values look like, and in messages.
 */
export function createLog(options: { level?: LogLevel; destination?: DestinationStream } = {}): Log {
  const settings: LoggerOptions = {
    level: options.level ?? "info",
    base: null,
    // Errors are described by the formatter below; pino's own would write all of their properties.
    serializers: { err: (described: unknown) => described },
    formatters: {
      level: (label) => ({ level: label }),
      log: (facts) => clean(facts) as Record<string, unknown>,
    },
    hooks: {
      // The sentence and what is formatted into it do not pass the formatter.
      logMethod(words, method) {
        const [first, ...rest] = words as unknown[];
        const facts = first instanceof Error ? { err: first } : typeof first === "string" ? redact(first) : first;
        method.apply(this, [facts, ...rest.map((word) => clean(word))] as typeof words);
      },
      // Neither do the facts that a child logger is made with.
      streamWrite: (line) => redact(line, CARD_IN_JSON),
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
