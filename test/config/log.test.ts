import fc from "fast-check";
import { expect, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { createLog, redact } from "../../src/log.ts";

function listen() {
  const lines: string[] = [];
  const log = createLog({ level: "trace", destination: { write: (line: string) => void lines.push(line) } });
  return { log, text: () => lines.join(""), last: () => JSON.parse(lines.at(-1) ?? "{}") };
}

const TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1";
const SEED = "a1b2-c3d4-e5f6-0718";
const PAN = "4916531288472039";
const CANARIES = [TOKEN, SEED, PAN, "4916 5312 8847 2039", "whsec_canaryCanary", "ab".repeat(32)];

test.each(CANARIES)("%s is not written wherever it stands", (canary) => {
  const { log, text } = listen();
  log.info({ note: `before ${canary} after`, deep: { list: [canary] }, [canary]: 1 }, `said ${canary}`);
  log.warn({ err: new Error(`failed at ${canary}`, { cause: new Error(canary) }) }, "failed");
  log.error(new Error(canary));
  log.info("formatted %s %o", canary, { canary });
  log.child({ bound: canary }).info("child");
  expect(text()).not.toContain(canary);
  expect(text()).toContain("after");
});

test("a token in an address is not written", () => {
  const { log, text } = listen();
  log.warn({ url: `https://api.telegram.org/bot${TOKEN}/sendMessage` }, "request");
  log.warn(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`);
  expect(text()).not.toContain("AAHdq");
  expect(text()).toContain("/getMe");
});

test("secret names are not written whatever they hold", () => {
  const { log, text } = listen();
  log.info({ otp: 493201, seed: "short", cvv: "123", headers: { a: "canary" }, payload: { text: "canary" } }, "x");
  log.info('body was {"otp":"493201","amount":5}');
  log.info({ inner: { botToken: "canary", secret: createSecret("canary"), secrets: ["canary"] } }, "x");
  expect(text()).not.toMatch(/canary|493201|"123"|short/);
});

test("of an error only what tells the fault is written", () => {
  const { log, last, text } = listen();
  const error = Object.assign(new Error("bad request"), {
    kind: "rejected",
    code: "card_frozen",
    status: 400,
    requestId: "req_1",
    payload: { text: "canary" },
    ctx: { update: "canary" },
    response: { body: "canary" },
  });
  log.error({ err: error }, "failed");
  expect(last().err).toMatchObject({
    name: "Error",
    message: "bad request",
    kind: "rejected",
    code: "card_frozen",
    status: 400,
    requestId: "req_1",
  });
  log.error({ failure: error }, "under another name");
  log.error(error, "bare");
  expect(text()).not.toContain("canary");
});

test("passwords in addresses and the random part of our URLs are not written", () => {
  expect(redact("redis://user:pass@host:1/0")).toBe("redis://[redacted]@host:1/0");
  expect(redact("POST /hooks/cryptocardy/nNqGJ0fXh0Z9vC3y 401")).toBe("POST /hooks/cryptocardy/[redacted] 401");
  expect(redact("GET /r/nNqGJ0fXh0Z9vC3y")).toBe("GET /r/[redacted]");
});

test("a card number is taken out right after a colon too", () => {
  const { log, text } = listen();
  log.info({ note: `pan:${PAN}` }, `pan:${PAN},${PAN}`);
  expect(text()).not.toContain(PAN);
});

test("what is no secret stays", () => {
  const { log, last } = listen();
  log.info({ updateId: 123456789, at: 1790000000123, requestId: "req_8f14e45f", amount: 12.5, card: "·2039" }, "fine");
  expect(last()).toMatchObject({
    level: "info",
    updateId: 123456789,
    at: 1790000000123,
    requestId: "req_8f14e45f",
    amount: 12.5,
    card: "·2039",
    msg: "fine",
  });
});

test("every card number is taken out, with any grouping; other numbers of that length stay", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 });
  fc.assert(
    fc.property(digits, fc.constantFrom("", " ", "-"), (body, separator) => {
      const luhn = (list: number[]) =>
        list.toReversed().reduce((sum, digit, at) => {
          const value = at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
          return sum + value;
        }, 0) % 10;
      const check = (10 - luhn([...body, 0])) % 10;
      const group = (list: number[]) => (list.join("").match(/.{1,4}/g) ?? []).join(separator);
      expect(redact(`a ${group([...body, check])} b`)).not.toContain(group(body).slice(0, 14));
      const other = [...body, (check + 1) % 10].join("");
      if (other.length !== 16) expect(redact(`a ${other} b`)).toContain(other);
    }),
  );
});

test("endless and strange values do not break the log", () => {
  const { log, last } = listen();
  const loop: Record<string, unknown> = { name: "loop" };
  loop.self = loop;
  log.info({ loop, big: 10n, bytes: Buffer.from("canary"), nothing: null, when: new Date(0) }, "x");
  expect(last()).toMatchObject({ big: "10", bytes: "[6 bytes]", nothing: null, when: "1970-01-01T00:00:00.000Z" });
});
