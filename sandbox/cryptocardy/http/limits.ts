import { tooMany } from "../errors.ts";

type Budget = "all" | "hour" | "create" | "details";

const budgets: Record<Budget, { limit: number; windowMs: number }> = {
  all: { limit: 1_000, windowMs: 60_000 },
  hour: { limit: 10_000, windowMs: 3_600_000 },
  create: { limit: 50, windowMs: 60_000 },
  details: { limit: 30, windowMs: 60_000 },
};

/** The documented limits, counted in fixed windows on the sandbox's clock. */
export function createLimits(now: () => number, enabled: boolean) {
  const counts = new Map<string, { window: number; used: number }>();
  let on = enabled;

  function spend(who: string, name: Budget): { limit: number; left: number; resetMs: number } {
    const { limit, windowMs } = budgets[name];
    const window = Math.floor(now() / windowMs);
    const key = `${name} ${who}`;
    const known = counts.get(key);
    const count = known?.window === window ? known : { window, used: 0 };
    const resetMs = (window + 1) * windowMs - now();
    if (count.used >= limit) throw tooMany(Math.max(1, Math.ceil(resetMs / 1000)));
    count.used++;
    counts.set(key, count);
    return { limit, left: limit - count.used, resetMs };
  }

  return {
    enable(value: boolean) {
      on = value;
      counts.clear();
    },
    /**
     * Counts one request; returns the headers that tell about the budget per minute.
     * @throws ApiError 429 with `Retry-After` in seconds
     */
    count(who: string, extra: "create" | "details" | undefined): Record<string, string> {
      if (!on) return {};
      const { limit, left, resetMs } = spend(who, "all");
      spend(who, "hour");
      if (extra) spend(who, extra);
      return {
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-remaining": String(left),
        "x-ratelimit-reset": String(Math.ceil(resetMs / 1000)),
      };
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;
