import { inspect } from "node:util";

/**
 * A value that must not be printed: seeds, keys, tokens, codes. Everything that turns a value into text
 * (templates, JSON, `console.log`, a logger) gets `[redacted]`; `reveal()` is the only way out.
 */
export type Secret = {
  /** The value in the clear. Every call is a place to audit. */
  reveal(): string;
  toString(): string;
  toJSON(): string;
};

const REDACTED = "[redacted]";
const redacted = (): string => REDACTED;

/** Wraps a text so that it cannot be printed by accident. The value lives in a closure, not in a property. */
export function createSecret(value: string): Secret {
  return Object.freeze({
    reveal: () => value,
    toString: redacted,
    toJSON: redacted,
    [inspect.custom]: redacted,
    [Symbol.toPrimitive]: redacted,
  });
}
