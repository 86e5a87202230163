import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { createKeyring, openSeed, sealSeed, VaultError } from "../../src/vault/index.ts";

const key = (id: string) => ({ id, key: createSecret(randomBytes(32).toString("base64")) });
const keyring = createKeyring([key("a")]);

function problemOf(open: () => unknown): string {
  try {
    open();
    return "opened";
  } catch (error) {
    return error instanceof VaultError ? error.kind : "another error";
  }
}

test("what was sealed opens again, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.uint8Array({ maxLength: 200 }), (purpose, owner, bytes) => {
      const plain = Buffer.from(bytes);
      expect(keyring.open(purpose, owner, keyring.seal(purpose, owner, plain))).toEqual(plain);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(keyring.openText("p", "o", keyring.sealText("p", "o", text))).toBe(text.toWellFormed());
    }),
  );
});

test("the same plain text is never sealed to the same bytes", () => {
  expect(keyring.seal("p", "o", "x")).not.toEqual(keyring.seal("p", "o", "x"));
});

describe("it does not open", () => {
  const sealed = keyring.seal("seed", "7", "0000-1111-2222-3333");

  test("for another owner", () => {
    expect(problemOf(() => keyring.open("seed", "8", sealed))).toBe("rejected");
  });

  test("for another purpose", () => {
    expect(problemOf(() => keyring.open("person", "7", sealed))).toBe("rejected");
  });

  test("for a purpose and an owner that only together read the same", () => {
    expect(problemOf(() => keyring.open("see", "d7", sealed))).toBe("rejected");
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (purpose, owner, otherPurpose, otherOwner) => {
        fc.pre(purpose !== otherPurpose || owner !== otherOwner);
        const bytes = keyring.seal(purpose, owner, "x");
        expect(problemOf(() => keyring.open(otherPurpose, otherOwner, bytes))).toBe("rejected");
      }),
    );
  });

  test("with any bit changed", () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(problemOf(() => keyring.open("seed", "7", changed))).not.toBe("opened");
      }),
    );
  });

  test("cut at any place, or longer", () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(problemOf(() => keyring.open("seed", "7", sealed.subarray(0, length)))).toMatch(/malformed|rejected/);
    }
    expect(problemOf(() => keyring.open("seed", "7", Buffer.concat([sealed, Buffer.of(0)])))).toBe("rejected");
  });

  test("with a key that is not there", () => {
    expect(problemOf(() => createKeyring([key("b")]).open("seed", "7", sealed))).toBe("unknown-key");
  });

  test("with another key of the same name", () => {
    expect(problemOf(() => createKeyring([key("a")]).open("seed", "7", sealed))).toBe("rejected");
  });

  test("and the error tells nothing of the content, the owner or the key", () => {
    const error = new VaultError("rejected");
    expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/0000|1111/);
  });
});

test("a new first key seals, the old one still opens", () => {
  const [old, fresh] = [key("old"), key("new")];
  const before = createKeyring([old]);
  const after = createKeyring([fresh, old]);
  const sealed = before.seal("p", "o", "x");
  expect(after.open("p", "o", sealed).toString()).toBe("x");
  expect(after.isCurrent(sealed)).toBe(false);
  const again = after.seal("p", "o", "x");
  expect(after.isCurrent(again)).toBe(true);
  expect(problemOf(() => before.open("p", "o", again))).toBe("unknown-key");
});

test("a value is found again by its blind indexes, with the old key too, and only for its purpose", () => {
  const [old, fresh] = [key("old"), key("new")];
  const [before] = createKeyring([old]).blindIndexes("seed", "s");
  expect(createKeyring([fresh, old]).blindIndexes("seed", "s")[1]).toBe(before);
  expect(keyring.blindIndexes("seed", "s")).not.toEqual(keyring.blindIndexes("other", "s"));
  expect(keyring.blindIndexes("seed", "s")).not.toEqual(keyring.blindIndexes("seed", "t"));
});

test("unusable keys are refused at the start", () => {
  expect(() => createKeyring([])).toThrow(RangeError);
  expect(() => createKeyring([key("a"), key("a")])).toThrow(RangeError);
  expect(() => createKeyring([{ id: "a", key: createSecret("c2hvcnQ=") }])).toThrow(RangeError);
});

test("a seed opens for its wallet of its person only", () => {
  const sealed = sealSeed(keyring, 7, "a1B2", createSecret("0000-1111-2222-3333"));
  expect(openSeed(keyring, 7, "a1B2", sealed).reveal()).toBe("0000-1111-2222-3333");
  expect(problemOf(() => openSeed(keyring, 8, "a1B2", sealed))).toBe("rejected");
  expect(problemOf(() => openSeed(keyring, 7, "zzzz", sealed))).toBe("rejected");
});
