import type { VirtualClock } from "./clock.ts";
import { tooMany } from "./failure.ts";

export type Rate = { perSecond: number; burst: number };
export type LimitOptions = { chat?: Rate; bot?: Rate };

const defaults = { chat: { perSecond: 1, burst: 3 }, bot: { perSecond: 30, burst: 30 } };

/**
 * Token buckets per chat and for the whole bot. Telegram does not publish its real limits: these are the figures of its FAQ.
 */
export const createLimits = ({ clock, options }: { clock: VirtualClock; options: LimitOptions | false }) => {
  const rates = { ...defaults, ...options };
  const buckets = new Map<string, { left: number; at: number }>();

  const filled = (key: string, rate: Rate) => {
    const before = buckets.get(key) ?? { left: rate.burst, at: clock.now() };
    const left = Math.min(rate.burst, before.left + ((clock.now() - before.at) / 1000) * rate.perSecond);
    const bucket = { left, at: clock.now() };
    buckets.set(key, bucket);
    return bucket;
  };

  return {
    /** Counts one message to a chat, or throws 429 with the seconds until the next one may go. */
    take: (chatId: number) => {
      if (options === false) return;
      const taken = [
        { bucket: filled(`chat:${chatId}`, rates.chat), rate: rates.chat },
        { bucket: filled("bot", rates.bot), rate: rates.bot },
      ];
      const waits = taken.map(({ bucket, rate }) => (bucket.left >= 1 ? 0 : (1 - bucket.left) / rate.perSecond));
      const wait = Math.max(...waits);
      if (wait > 0) throw tooMany(Math.max(1, Math.ceil(wait)));
      for (const { bucket } of taken) bucket.left -= 1;
    },
    clear: () => buckets.clear(),
  };
};

export type Limits = ReturnType<typeof createLimits>;
