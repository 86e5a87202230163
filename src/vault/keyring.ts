import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { type Random, systemRandom } from "../lib/random.ts";
import type { Secret } from "../lib/secret.ts";

/** One encryption key of the environment: a name of its own, and 32 bytes in base64. */
export type EncryptionKey = { id: string; key: Secret };

export type VaultProblem = "malformed" | "unknown-key" | "rejected";

/** Why something did not open. It never carries what was sealed, for whom, or with which key. */
export class VaultError extends Error {
  readonly kind: VaultProblem;

  constructor(kind: VaultProblem) {
    super(`sealed data: ${kind}`);
    this.name = "VaultError";
    this.kind = kind;
  }
}

/** Seals and opens; the first key seals, all keys open. */
export type Keyring = ReturnType<typeof createKeyring>;

// version (1) | key tag (3) | nonce (12) | ciphertext | authentication tag (16)
const VERSION = 1;
const HEADER = 4;
const NONCE = 12;
const TAG = 16;
const INDEX_BYTES = 12;
const ALGORITHM = "aes-256-gcm";

/**
 * AES-256-GCM with one key per purpose (HKDF-SHA256). What is sealed is bound to its purpose and its owner:
 * copied to another record or another person it does not open. Throws `RangeError` for unusable keys.
 */
export function createKeyring(keys: readonly EncryptionKey[], random: Random = systemRandom) {
  const [first, ...older] = keys;
  if (!first) throw new RangeError("at least one encryption key is needed");
  const current = createEntry(first);
  const entries = [current, ...older.map(createEntry)];
  const byTag = new Map(entries.map((entry) => [entry.tag, entry]));
  if (byTag.size < entries.length) throw new RangeError("two encryption keys have the same id");

  function seal(purpose: string, owner: string, plain: string | Buffer): Buffer {
    const nonce = random.bytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, current.sealingKey(purpose), nonce, { authTagLength: TAG });
    cipher.setAAD(binding(current.header, purpose, owner));
    const start = typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain);
    return Buffer.concat([current.header, nonce, start, cipher.final(), cipher.getAuthTag()]);
  }

  function open(purpose: string, owner: string, sealed: Buffer): Buffer {
    if (sealed.length < HEADER + NONCE + TAG || sealed[0] !== VERSION) throw new VaultError("malformed");
    const entry = byTag.get(sealed.readUIntBE(1, 3));
    if (!entry) throw new VaultError("unknown-key");
    const nonce = sealed.subarray(HEADER, HEADER + NONCE);
    const decipher = createDecipheriv(ALGORITHM, entry.sealingKey(purpose), nonce, { authTagLength: TAG });
    decipher.setAAD(binding(entry.header, purpose, owner));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    try {
      const start = decipher.update(sealed.subarray(HEADER + NONCE, sealed.length - TAG));
      return Buffer.concat([start, decipher.final()]);
    } catch {
      throw new VaultError("rejected");
    }
  }

  return {
    /** Seals bytes or a text (UTF-8) for one purpose and one owner. 32 bytes longer than what goes in. */
    seal,

    /** The bytes that were sealed. Throws `VaultError` unless purpose and owner are those of the sealing. */
    open,

    /** `seal`, as base64url text. */
    sealText: (purpose: string, owner: string, plain: string): string =>
      seal(purpose, owner, plain).toString("base64url"),

    /** `open`, for what `sealText` made. */
    openText: (purpose: string, owner: string, sealed: string): string =>
      open(purpose, owner, Buffer.from(sealed, "base64url")).toString("utf8"),

    /**
     * Keyed fingerprints (16 characters) by which an equal value is found again without storing it:
     * the first is made with the current key, the others with the older ones.
     */
    blindIndexes: (purpose: string, value: string): string[] =>
      entries.map((entry) =>
        createHmac("sha256", entry.indexKey(purpose)).update(value).digest().toString("base64url", 0, INDEX_BYTES),
      ),

    /** Whether the first key sealed this: false means that a rotation has still to seal it again. */
    isCurrent: (sealed: Buffer): boolean =>
      sealed.length >= HEADER && current.header.equals(sealed.subarray(0, HEADER)),
  };
}

function createEntry({ id, key }: EncryptionKey) {
  const bytes = Buffer.from(key.reveal(), "base64");
  if (bytes.length !== 32) throw new RangeError(`encryption key "${id}" is not 32 bytes in base64`);
  const master = createSecretKey(bytes);
  const tag = createHash("sha256").update(`key:${id}`).digest().readUIntBE(0, 3);
  const header = Buffer.alloc(HEADER, VERSION);
  header.writeUIntBE(tag, 1, 3);
  return { tag, header, sealingKey: derived(master, "seal"), indexKey: derived(master, "index") };
}

/** Keys per purpose, made once: deriving one costs five times as much as sealing with it. */
function derived(master: KeyObject, use: string): (purpose: string) => KeyObject {
  const known = new Map<string, KeyObject>();
  return (purpose) => {
    const found = known.get(purpose);
    if (found) return found;
    const key = createSecretKey(Buffer.from(hkdfSync("sha256", master, "", `cryptocardy-bot:${use}:${purpose}`, 32)));
    known.set(purpose, key);
    return key;
  };
}

/** The length in front keeps `ab` + `c` and `a` + `bc` apart. */
function binding(header: Buffer, purpose: string, owner: string): Buffer {
  return Buffer.concat([header, Buffer.from(`${Buffer.byteLength(purpose)}:${purpose}${owner}`)]);
}
