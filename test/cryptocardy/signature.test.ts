import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIGNATURE_HEADERS, verifySignature } from "../../src/cryptocardy/signature.ts";
import { createSecret } from "../../src/lib/secret.ts";

const ENCODINGS = {
  hex: (digest: Buffer) => digest.toString("hex"),
  "upper-case hex": (digest: Buffer) => digest.toString("hex").toUpperCase(),
  "sha256= and hex": (digest: Buffer) => `sha256=${digest.toString("hex")}`,
  "sha256= and upper-case hex": (digest: Buffer) => `sha256=${digest.toString("hex").toUpperCase()}`,
  base64: (digest: Buffer) => digest.toString("base64"),
};

const hmac = (body: Uint8Array, secret: string): Buffer => createHmac("sha256", secret).update(body).digest();
const anyBody = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
const anySecret = fc.string({ unit: "grapheme", minLength: 1 });
const anyHeader = fc.constantFrom(...SIGNATURE_HEADERS);
const anyEncoding = fc.constantFrom(...Object.values(ENCODINGS));

test("the documented example of a signature verifies", () => {
  const rawBody = Buffer.from('{"id":"evt_1"}');
  // hmac.new(b"whsec_demo", b'{"id":"evt_1"}', hashlib.sha256).hexdigest()
  const signature = "403727c43454a1b0f02ce8cee907d9668a16498c8df6bf1138d08fe3e288ff05";
  const secrets = [createSecret("whsec_demo")];
  expect(verifySignature({ rawBody, headers: { "x-signature": signature }, secrets })).toEqual({
    ok: true,
    header: "x-signature",
  });
});

describe.each(Object.entries(ENCODINGS))("a signature in %s", (_, encode) => {
  test("verifies in each of the headers, whatever their case, and names the one to pin", () => {
    fc.assert(
      fc.property(anyBody, anySecret, anyHeader, fc.boolean(), (rawBody, secret, header, upper) => {
        const headers = { [upper ? header.toUpperCase() : header]: encode(hmac(rawBody, secret)) };
        expect(verifySignature({ rawBody, headers, secrets: [createSecret(secret)] })).toEqual({ ok: true, header });
      }),
    );
  });

  test("of another body, or by another secret, never verifies", () => {
    fc.assert(
      fc.property(anyBody, anySecret, fc.nat(), fc.integer({ min: 1, max: 255 }), (rawBody, secret, place, flip) => {
        const signature = encode(hmac(rawBody, secret));
        const tampered = rawBody.length === 0 ? Buffer.from([flip]) : Buffer.from(rawBody);
        const index = place % tampered.length;
        if (rawBody.length > 0) tampered[index] = (tampered[index] ?? 0) ^ flip;
        const headers = { "x-signature": signature };
        expect(verifySignature({ rawBody: tampered, headers, secrets: [createSecret(secret)] }).ok).toBe(false);
        expect(verifySignature({ rawBody, headers, secrets: [createSecret(`${secret}x`)] }).ok).toBe(false);
      }),
    );
  });
});

test("no signature verifies but in its exact spelling", () => {
  fc.assert(
    fc.property(
      anyBody,
      anySecret,
      anyEncoding,
      fc.nat(),
      fc.string({ maxLength: 2 }),
      (rawBody, secret, encode, place, put) => {
        const digest = hmac(rawBody, secret);
        const spellings = new Set(Object.values(ENCODINGS).map((spell) => spell(digest)));
        const signature = encode(digest);
        const index = place % signature.length;
        const tampered = (signature.slice(0, index) + put + signature.slice(index + 1)).trim();
        fc.pre(!spellings.has(tampered) && !spellings.has(tampered.replace(/^sha256=/i, "")));
        const headers = { "x-signature": tampered };
        expect(verifySignature({ rawBody, headers, secrets: [createSecret(secret)] })).toEqual({ ok: false });
      },
    ),
  );
});

test("a base64 signature whose unused bits are not zero is not the one that was made", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  fc.assert(
    fc.property(anyBody, anySecret, fc.integer({ min: 1, max: 3 }), (rawBody, secret, bits) => {
      const digest = hmac(rawBody, secret);
      const signature = digest.toString("base64");
      const last = alphabet[alphabet.indexOf(signature.charAt(42)) + bits] ?? "";
      const other = `${signature.slice(0, 42)}${last}=`;
      expect(Buffer.from(other, "base64")).toEqual(digest);
      const headers = { "x-signature": other };
      expect(verifySignature({ rawBody, headers, secrets: [createSecret(secret)] })).toEqual({ ok: false });
    }),
  );
});

test("no text verifies by chance, and none throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.base64String(), fc.constant(undefined)), (value) => {
      const headers = { "x-signature": value };
      expect(verifySignature({ rawBody: Buffer.from("{}"), headers, secrets: [createSecret("s")] })).toEqual({
        ok: false,
      });
    }),
  );
});

describe("the header", () => {
  const rawBody = Buffer.from("{}");
  const secrets = [createSecret("old"), createSecret("new")];
  const good = hmac(rawBody, "new").toString("hex");

  test("that is pinned is the only one looked at", () => {
    const headers = { "x-ctc-signature": good };
    expect(verifySignature({ rawBody, headers, secrets, pinnedHeader: "x-signature" })).toEqual({ ok: false });
    expect(verifySignature({ rawBody, headers, secrets, pinnedHeader: "X-CTC-Signature" })).toEqual({
      ok: true,
      header: "x-ctc-signature",
    });
  });

  test("that is set by the operator wins over the pinned one, and may have any name", () => {
    const headers = { "x-custom": good, "x-signature": "00" };
    const options = { rawBody, headers, secrets, pinnedHeader: "x-signature", onlyHeader: "X-Custom" };
    expect(verifySignature(options)).toEqual({ ok: true, header: "x-custom" });
  });

  test("that does not verify does not hide one that does", () => {
    const headers = { "x-signature": "nonsense", "x-webhook-signature": ["nonsense", good] };
    expect(verifySignature({ rawBody, headers, secrets })).toEqual({ ok: true, header: "x-webhook-signature" });
  });

  test("without any secret verifies nothing", () => {
    expect(verifySignature({ rawBody, headers: { "x-signature": good }, secrets: [] })).toEqual({ ok: false });
  });
});
