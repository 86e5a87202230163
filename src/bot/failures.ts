import { CardApiError } from "../cryptocardy/errors.ts";
import type { PlainKey, Translator } from "../i18n.ts";
import type { Act, Button } from "../notifications/outgoing.ts";
import type { BotContext } from "./context.ts";
import { queued } from "./queued.ts";
import { type Screen, show } from "./screen.ts";
import { withDraft } from "./support-draft.ts";
import type { Trouble } from "./troubles.ts";

/** What a person is told of a failed call: what happened, whether the money is safe, what to do. */
const TEXTS: Record<CardApiError["kind"], PlainKey> = {
  rejected: "failure-rejected",
  "insufficient-funds": "failure-insufficient-funds",
  unauthorized: "failure-unauthorized",
  "not-found": "failure-not-found",
  conflict: "failure-conflict",
  "rate-limited": "failure-rate-limited",
  unavailable: "failure-unavailable",
  malformed: "failure-malformed",
  unsupported: "failure-unsupported",
};

const WORTH_REPEATING: ReadonlySet<CardApiError["kind"]> = new Set([
  "rate-limited",
  "unavailable",
  "conflict",
  "malformed",
]);

const IN_SECONDS_MS = 90_000;

/** What is shown of a failure; a `CardApiError`, or what an operation kept of one. */
export type Failure = Pick<CardApiError, "kind"> & {
  requestId?: string | undefined;
  text?: string | undefined;
  retryAfterMs?: number | undefined;
};

/** Where the buttons below a failure lead. `trouble`: what support is told besides the request id. */
type Links = { again?: Act; supportUrl?: URL | undefined; trouble?: Partial<Trouble> };

/** The screen of a failed call, with Retry where that can help. `again` is the act that led here. */
export function failureScreen(t: Translator, failure: Failure, links: Links): Screen {
  const repeat: Button[] =
    links.again && WORTH_REPEATING.has(failure.kind) ? [{ text: t.plain("common-retry"), act: links.again }] : [];
  return {
    text: failureText(t, failure),
    buttons: [repeat, helpRow(t, failure, links), [{ text: t.plain("common-home"), act: { name: "home.open" } }]],
  };
}

/**
 * Tells the person of a failed call, and remembers its request id for support. What was pressed and only has to wait for
 * a moment is queued instead.
 */
export async function showFailure(ctx: BotContext, failure: Failure, links: Links): Promise<void> {
  const noted = ctx.noteTrouble(failure).catch(() => undefined);
  if (!(ctx.asked && (await queued(ctx, failure, ctx.asked)))) await show(ctx, failureScreen(ctx.t, failure, links));
  await noted;
}

/**
 * For work inside a conversation's `external`, which forgets the class of an error: a failed call is told to the person
 * there and then, and the result is undefined.
 */
export async function orTell<Value>(
  ctx: BotContext,
  again: Act,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CardApiError)) throw error;
    await showFailure(ctx, error, { again, supportUrl: ctx.supportUrl });
    return undefined;
  }
}

/** The words of a failure: ours, the provider's own if there are any, and the request id. */
export function failureText(t: Translator, { kind, requestId, text, retryAfterMs }: Failure): string {
  const when = kind === "rate-limited" && retryAfterMs !== undefined;
  return [
    when ? waitText(t, retryAfterMs) : t.html(TEXTS[kind]),
    ...(text ? [t.html("failure-provider-says", { text })] : []),
    ...(requestId ? [t.html("failure-request-id", { id: requestId })] : []),
  ].join("\n\n");
}

function waitText(t: Translator, ms: number): string {
  return ms > IN_SECONDS_MS
    ? t.html("failure-rate-limited-minutes", { minutes: Math.ceil(ms / 60_000) })
    : t.html("failure-rate-limited-seconds", { seconds: Math.max(1, Math.ceil(ms / 1000)) });
}

function helpRow(t: Translator, { requestId }: Failure, { supportUrl, trouble }: Links): Button[] {
  const told = { ...trouble, ...(requestId && { requestId }) };
  return [
    ...(requestId ? [{ text: t.plain("failure-copy-id"), copy: requestId }] : []),
    ...(supportUrl ? [{ text: t.plain("failure-support"), url: withDraft(t, supportUrl, told).href }] : []),
  ];
}
