import type { Admit } from "../cryptocardy/transport.ts";

export type AdmitCall = Parameters<Admit>[0];

/** At most `points` calls in any window of `seconds`, counted under `key`. `ranked`: lower lanes may use a part only. */
export type Allowance = { name: string; points: number; seconds: number; key: string; ranked: boolean };

/** The provider's limits, as its reference gives them. */
export type ProviderLimits = { perMinute: number; perHour: number; createsPerMinute: number; detailsPerMinute: number };

export const PROVIDER_LIMITS: ProviderLimits = {
  perMinute: 1_000,
  perHour: 10_000,
  createsPerMinute: 50,
  detailsPerMinute: 30,
};

/** How much of a ranked allowance each lane may see used before it has to wait. */
export const LANE_SHARE = { code: 1, person: 0.9, many: 0.9, refetch: 0.7, sweep: 0.4 } as const;

const USED = 0.8;
const ONE_SEED = 0.5;

/**
 * The allowances a call draws on. Limits are used to 80 %, and cut into windows of a sixth or a quarter: a sliding
 * minute touches one window more than fit into it, so even calls bunched at the edges stay below the full limit
 * (7/6 and 5/4 of 80 % are 93 % and 100 %). It is unknown whether the provider counts by seed or by address;
 * counting all together keeps either. A single seed gets half, so that nobody can use up what belongs to all; but not
 * where every card of it is frozen: that is urgent, and done once.
 */
export function allowances(call: AdmitCall, limits: ProviderLimits): Allowance[] {
  const sixth = (limit: number): number => Math.max(1, Math.floor((limit * USED) / 6));
  const quarter = (limit: number): number => Math.max(1, Math.floor((limit * USED) / 4));
  const minute = sixth(limits.perMinute);
  const drawn: Allowance[] = [
    { name: "all-m", key: "all", points: minute, seconds: 10, ranked: true },
    { name: "all-h", key: "all", points: sixth(limits.perHour), seconds: 600, ranked: true },
  ];
  if (call.seedHash && call.lane !== "many") {
    const points = Math.max(1, Math.floor(minute * ONE_SEED));
    drawn.push({ name: "seed-m", key: call.seedHash, points, seconds: 10, ranked: false });
  }
  if (call.resource === "create") {
    drawn.push({ name: "create", key: "all", points: quarter(limits.createsPerMinute), seconds: 15, ranked: false });
  }
  if (call.resource === "details") {
    drawn.push({ name: "details", key: "all", points: quarter(limits.detailsPerMinute), seconds: 15, ranked: false });
  }
  return drawn;
}
