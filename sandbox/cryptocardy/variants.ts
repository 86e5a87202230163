/**
 * Switches for what the API's documentation leaves open. The defaults are the documented shapes, or the most
 * natural reading where there is none; each other value is a reading that a client has to survive.
 */
export type Variants = {
  /** `POST /cards` is shown in the SDK samples only: a status here makes it unsupported. */
  noCreateCards: false | 404 | 405 | 501;
  /** Leaves `total_pages` out of the card list's pagination. */
  noTotalPages: boolean;
  /** A single card as an answer: bare, `{card: …}` or `{data: …}`. */
  bodies: "bare" | "named" | "data";
  /** Names of fields in answers. Webhook bodies keep snake_case. */
  fieldNames: "snake" | "camel";
  /** Answer of `POST /cards/{id}/withdraw`: like fund, `{card, wallet}`, or 204. */
  withdrawBody: "flat" | "nested" | "empty";
  /**
   * What turns the card previewed by `GET /` into a usable one: its first money (which may leave it frozen), or a
   * deposit. `never`: nothing does, and it is on no list.
   */
  pendingCard: "on-fund" | "on-fund-frozen" | "on-deposit" | "never";
  /** Whether that card can be found before it is active. */
  pendingListed: boolean;
  /** Whether `card.created` tells that it became active. */
  activationEvent: boolean;
  /** Freezing a frozen card (and the like): 200 without effect, or 409. */
  repeatedState: "ok" | "conflict";
  /** An authorization becomes its settlement under the same id, or the settlement gets its own id. */
  settlementId: "same" | "new";
  /** Whether a refund names the payment it belongs to. */
  linkedRefunds: boolean;
  /** `null` for a key of `metadata`: takes the key away, or is not taken notice of. */
  metadataNull: "deletes" | "ignored";
  /** Cards tell `allowed_categories` and `auto_freeze_at`, or are silent about them like the documented card. */
  toldSettings: boolean;
  /** `auto_freeze_at`: cumulative spend reached, or balance fallen to. */
  autoFreeze: "spent" | "balance";
  /** `total_spent` of the wallet: net of what left it for cards (as in the documentation's figures), or purchases. */
  walletSpent: "left-wallet" | "purchases";
  /** `min_amount` and `max_amount` compare the absolute or the signed amount. */
  amountFilter: "absolute" | "signed";
  /** Idempotency keys are accepted and ignored. */
  ignoreIdempotency: boolean;
  /** Status for a key that comes back with another body. */
  idempotencyMismatch: 400 | 409;
  /** Whom rate limits count: the seed or the address of the caller. */
  limitScope: "seed" | "ip";
  /** Adds `X-RateLimit-*` headers. */
  limitHeaders: boolean;
  signatureHeader: string;
  signatureEncoding: "hex" | "upper-hex" | "prefixed" | "base64";
  envelope: {
    id: "id" | "event_id" | "header" | "none";
    type: "type" | "event" | "event_type";
    data: "data" | "object" | "payload";
    /** nested: under `data`; flat: fields beside the type; thin: only the object's id under `data`. */
    shape: "nested" | "flat" | "thin";
  };
  /** The secret sent at registration is dropped, a generated one is used and returned. */
  ignoreWebhookSecret: boolean;
  /** `GET /webhooks`: a bare array or `{data: […]}`. */
  webhookList: "array" | "data";
  /** What happens when one URL is registered twice. */
  duplicateWebhooks: "allow" | 400 | 409;
  /** What is sent to a URL when it is registered; the registration fails with 400 when the answer is not 2xx. */
  endpointCheck: "none" | "get" | "head" | "ping";
  /** Moments in answers and events. */
  times: "z" | "offset" | "epoch-seconds" | "epoch-ms";
};

/** The documented API. */
export const documented: Variants = {
  noCreateCards: false,
  noTotalPages: false,
  bodies: "bare",
  fieldNames: "snake",
  withdrawBody: "flat",
  pendingCard: "on-fund",
  pendingListed: true,
  activationEvent: true,
  repeatedState: "ok",
  settlementId: "same",
  linkedRefunds: true,
  metadataNull: "deletes",
  toldSettings: true,
  autoFreeze: "spent",
  walletSpent: "left-wallet",
  amountFilter: "absolute",
  ignoreIdempotency: false,
  idempotencyMismatch: 409,
  limitScope: "seed",
  limitHeaders: false,
  signatureHeader: "X-Signature",
  signatureEncoding: "hex",
  envelope: { id: "id", type: "type", data: "data", shape: "nested" },
  ignoreWebhookSecret: false,
  webhookList: "array",
  duplicateWebhooks: "allow",
  endpointCheck: "none",
  times: "z",
};

/** Some of the switches; `envelope` may be partial too. */
export type VariantChanges = Partial<Omit<Variants, "envelope">> & { envelope?: Partial<Variants["envelope"]> };

/**
 * Applies changes to the switches in place.
 * @throws RangeError for a switch that does not exist
 */
export function changeVariants(variants: Variants, changes: VariantChanges): Variants {
  const unknown = Object.keys(changes).filter((name) => !(name in documented));
  if (unknown.length > 0) throw new RangeError(`unknown variant: ${unknown.join(", ")}`);
  const { envelope, ...rest } = changes;
  Object.assign(variants, rest);
  variants.envelope = { ...variants.envelope, ...envelope };
  return variants;
}
