import type { VirtualClock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Queued, Updates } from "./updates.ts";

export type Hook = { url: string; secret: string; maxConnections: number };

/** One setting of the webhook, the queues it is busy with and the pauses it makes. */
type Line = { hook: Hook; busy: Set<string>; pauses: Set<() => void> };
type Trouble = { text: string; retryAfterMs?: number; answered?: true; gone?: true };
type Tried = { ok: true; body: string } | ({ ok: false } & Trouble);

const answerTimeout = 60_000;
const closeAfterGone = 23 * 3600_000;

/**
 * Delivers updates to a webhook: in order within a user's queue, parallel across them. After a failure once more at once,
 * then after 2, 4, 8 … s up to a cap between 60 and 120 s, or what `Retry-After` says. `onAnswer` gets what the bot put
 * into a good answer's body.
 */
export const createWebhook = (deps: {
  clock: VirtualClock;
  updates: Updates;
  faults: Faults;
  onAnswer: (body: string) => void;
}) => {
  const { clock, updates, faults, onAnswer } = deps;
  let line: Line | undefined;
  let error: { date: number; message: string } | undefined;
  let goneSince: number | undefined;
  const failures = new Map<number, { count: number; delay: number }>();

  const post = async (to: Hook, one: Queued): Promise<Tried> => {
    const cut = new AbortController();
    const stop = clock.after(answerTimeout, () => cut.abort());
    try {
      const response = await fetch(to.url, {
        method: "POST",
        redirect: "manual",
        headers: {
          "content-type": "application/json",
          ...(to.secret && { "x-telegram-bot-api-secret-token": to.secret }),
        },
        body: JSON.stringify(one.update),
        signal: cut.signal,
      });
      const body = await response.text();
      if (response.ok) return { ok: true, body };
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      return {
        ok: false,
        answered: true,
        text: `Wrong response from the webhook: ${response.status} ${response.statusText}`.trimEnd(),
        ...(seconds > 0 && { retryAfterMs: Math.min(seconds, 3600) * 1000 }),
        ...(response.status === 410 && { gone: true as const }),
      };
    } catch {
      return { ok: false, text: cut.signal.aborted ? "Read timeout expired" : "Connection refused" };
    } finally {
      stop();
    }
  };

  const attempt = async (to: Hook, one: Queued): Promise<Tried> => {
    const lost = faults.webhookStatus();
    if (lost && !lost.reached) return { ok: false, text: `Wrong response from the webhook: ${lost.status}` };
    const [tried] = await Promise.all(faults.duplicate() ? [post(to, one), post(to, one)] : [post(to, one)]);
    if (lost) return { ok: false, text: `Wrong response from the webhook: ${lost.status}` };
    return tried ?? { ok: false, text: "Connection refused" };
  };

  /** Milliseconds until the next try. A `Retry-After` is obeyed, but does not lengthen the delays that follow. */
  const pauseFor = (update: number, retryAfterMs: number | undefined): number => {
    const before = failures.get(update) ?? { count: 0, delay: 1000 };
    const grow = retryAfterMs === undefined && before.count > 0;
    const delay = grow ? Math.min(before.delay * 2, (60 + Math.random() * 60) * 1000) : before.delay;
    failures.set(update, { count: before.count + 1, delay });
    return retryAfterMs ?? (grow ? delay : 0);
  };

  const settle = (one: Queued, tried: Tried): number => {
    if (tried.ok) {
      goneSince = undefined;
      failures.delete(one.update.update_id);
      if (!faults.redeliver()) updates.drop((other) => other.update === one.update);
      onAnswer(tried.body);
      return 0;
    }
    error = { date: clock.seconds(), message: tried.text };
    if (tried.gone) goneSince ??= clock.now();
    else if (tried.answered) goneSince = undefined;
    if (tried.gone && goneSince !== undefined && clock.now() - goneSince >= closeAfterGone) line = undefined;
    const pause = pauseFor(one.update.update_id, tried.retryAfterMs);
    if (clock.now() + pause <= one.expiresAt) return pause;
    updates.drop((other) => other.update === one.update);
    return 0;
  };

  const deliver = async (on: Line, one: Queued) => {
    on.busy.add(one.queue);
    const tried = await attempt(on.hook, one);
    if (line !== on) return;
    const pause = settle(one, tried);
    const release = () => {
      on.busy.delete(one.queue);
      pump();
    };
    if (pause === 0) return release();
    const stop = clock.after(pause, () => {
      on.pauses.delete(stop);
      release();
    });
    on.pauses.add(stop);
  };

  const pump = () => {
    const on = line;
    if (!on) return;
    const seen = new Set<string>();
    for (const one of updates.waiting()) {
      if (seen.has(one.queue)) continue;
      seen.add(one.queue);
      if (on.busy.has(one.queue) || on.busy.size >= on.hook.maxConnections) continue;
      void deliver(on, one);
    }
  };

  updates.listen(pump);

  return {
    current: () => line?.hook,
    lastError: () => error,
    set: (hook: Hook | undefined) => {
      for (const stop of line?.pauses ?? []) stop();
      line = hook && { hook, busy: new Set(), pauses: new Set() };
      error = undefined;
      goneSince = undefined;
      failures.clear();
      pump();
    },
  };
};

export type Webhook = ReturnType<typeof createWebhook>;
