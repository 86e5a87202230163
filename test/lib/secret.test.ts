import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";

const PRINTERS: [string, (value: unknown) => string][] = [
  ["a template", (value) => `${value}`],
  ["joining", (value) => ["", value].join("")],
  ["String", String],
  ["JSON", (value) => JSON.stringify({ value })],
  ["inspect", (value) => inspect({ value }, { depth: 9, showHidden: true })],
  ["its keys and values", (value) => JSON.stringify(Object.entries(Object(value)))],
  ["a copy", (value) => JSON.stringify({ ...Object(value) })],
];

test.each(PRINTERS)("a secret does not show in %s", (_, print) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[G-Z]{12,40}$/), (value) => {
      expect(print(createSecret(value))).not.toContain(value);
    }),
  );
});

test("a secret comes out when it is asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(createSecret(value).reveal()).toBe(value);
    }),
  );
});

test("a secret cannot be made to print itself later", () => {
  const secret = createSecret("hidden");
  expect(() => Object.assign(secret, { toString: secret.reveal })).toThrow(TypeError);
  expect(String(secret)).toBe("[redacted]");
});
