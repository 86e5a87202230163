import { createSecret, type Secret } from "../lib/secret.ts";
import { hashed, KINDS, keyOf } from "./keys.ts";
import { type Bytes, pack, toBytes, toText, unpack } from "./packed.ts";
import { type Codec, createRecords, type StoreDeps } from "./records.ts";

export type LiveHook = {
  state: "live";
  userId: number;
  walletId: string;
  /** Any of them may have signed: after a rotation the old one is accepted for a while. */
  secrets: Secret[];
  /** The signature header that verified first, in lower case; from then on no other counts. */
  header?: string;
};

/** Who receives at a webhook URL. Of a revoked one nothing is left but that it was there. */
export type Hook = LiveHook | { state: "revoked" };

type PackedLiveHook = [userId: number, walletId: string, secrets: Bytes[], header?: number | string];

// A header that is in this list is stored as its place there. Append only.
const HEADERS = [
  "x-signature",
  "x-webhook-signature",
  "x-cryptocardy-signature",
  "x-ctc-signature",
  "x-hub-signature-256",
];

const hookCodec: Codec<LiveHook> = {
  encode: ({ userId, walletId, secrets, header }) => {
    const packed: PackedLiveHook = [userId, walletId, secrets.map((secret) => toBytes(secret.reveal(), "hex"))];
    if (header) packed.push(HEADERS.includes(header) ? HEADERS.indexOf(header) : header);
    return pack(packed);
  },
  decode: (bytes) => {
    const [userId, walletId, secrets, packedHeader] = unpack(bytes) as PackedLiveHook;
    const header = typeof packedHeader === "number" ? HEADERS[packedHeader] : packedHeader;
    const live = secrets.map((secret) => createSecret(toText(secret, "hex")));
    return { state: "live", userId, walletId, secrets: live, ...(header ? { header } : {}) };
  },
};

export type Hooks = ReturnType<typeof createHooks>;

/** Webhook URLs by their token; only a hash of the token is stored here. */
export function createHooks(deps: StoreDeps) {
  const { redis } = deps;
  const records = createRecords<LiveHook>(deps, "hook", hookCodec);

  return {
    async get(token: string): Promise<Hook | undefined> {
      const id = hashed(token);
      const live = await records.read(id);
      if (live) return live;
      return (await redis.exists(keyOf("revoked", id))) === 1 ? { state: "revoked" } : undefined;
    },

    /**
     * Opens a URL. Write the token into the person's wallet (`hook` or `retiring`) first: it is from there
     * that `wipe` knows which URLs are theirs.
     */
    put: (token: string, hook: Omit<LiveHook, "state">): Promise<void> =>
      records.write(hashed(token), { ...hook, state: "live" }),

    /** Changes a live one by compare-and-set; undefined when it is not live (any more). */
    update: (token: string, change: (hook: LiveHook) => LiveHook): Promise<LiveHook | undefined> =>
      records.change<LiveHook | undefined>(hashed(token), (hook) => hook && change(hook)),

    /** Closes a URL for good: for a month it is known as revoked, then unknown. */
    async revoke(token: string): Promise<void> {
      const id = hashed(token);
      await redis.set(keyOf("revoked", id), "", "PX", KINDS.revoked.ttlMs);
      await records.remove(id);
    },

    /** Forgets a URL without a trace. */
    forget: (token: string): Promise<void> => records.remove(hashed(token)),
  };
}
