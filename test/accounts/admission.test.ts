import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createAdmission } from "../../src/accounts/admission.ts";
import { type AdmitCall, allowances, LANE_SHARE, PROVIDER_LIMITS } from "../../src/accounts/budget.ts";
import { createPace } from "../../src/accounts/pace.ts";
import { storeWorld } from "../store/world.ts";

const call = (lane: AdmitCall["lane"], more: Partial<AdmitCall> = {}): AdmitCall => ({
  lane,
  seedHash: "seed",
  resource: "other",
  ...more,
});

/** Limits so small that a window is used up soon: 20 calls in ten seconds, ten of them for one seed. */
const SMALL = { perMinute: 150, perHour: 15_000, createsPerMinute: 20, detailsPerMinute: 10 };

async function twoReplicas(limits = SMALL) {
  const base = await storeWorld();
  const make = () => createAdmission({ redis: base.redis, clock: base.clock, limits });
  return { ...base, one: make(), other: make() };
}

const count = async (admit: () => Promise<{ ok: boolean }>, times: number): Promise<number> => {
  const answers = await Promise.all(Array.from({ length: times }, admit));
  return answers.filter(({ ok }) => ok).length;
};

test("replicas together stay within one budget, and say when to ask again", async () => {
  const { one, other } = await twoReplicas();
  let seed = 0;
  const next = () => call("code", { seedHash: `seed ${++seed}` });
  const passed = await Promise.all([count(() => one.admit(next()), 30), count(() => other.admit(next()), 30)]);
  expect((passed[0] ?? 0) + (passed[1] ?? 0)).toBe(20);
  const refused = await one.admit(next());
  expect(refused).toMatchObject({ ok: false });
  expect(refused.ok ? 0 : refused.retryAfterMs).toBeGreaterThan(8_000);
});

test("one wallet cannot use up what belongs to all", async () => {
  const { one } = await twoReplicas();
  expect(await count(() => one.admit(call("person")), 30)).toBe(10);
  expect(await one.admit(call("person", { seedHash: "another" }))).toEqual({ ok: true });
});

test("the many calls of one press are not held to a wallet's half, and leave room for codes", async () => {
  const { one } = await twoReplicas();
  expect(await count(() => one.admit(call("many")), 30)).toBe(18);
  expect(await one.admit(call("code", { seedHash: "another" }))).toEqual({ ok: true });
});

test("sweeps stop first, then re-reads, then people; codes pass to the end", async () => {
  const { one } = await twoReplicas();
  let seed = 0;
  const passes = async (lane: AdmitCall["lane"]) => count(() => one.admit(call(lane, { seedHash: `s${++seed}` })), 25);
  expect([await passes("sweep"), await passes("refetch"), await passes("person"), await passes("code")]).toEqual([
    8, 6, 4, 2,
  ]);
});

test("looks at card details and new cards have smaller budgets of their own", async () => {
  const { one } = await twoReplicas({ ...SMALL, perMinute: 1_000 });
  expect(await count(() => one.admit(call("person", { resource: "details" })), 20)).toBe(2);
  expect(await count(() => one.admit(call("person", { resource: "create", seedHash: "" })), 20)).toBe(4);
  expect(await one.admit(call("person"))).toEqual({ ok: true });
});

test("a call that is known to be one too many does not even ask Redis", async () => {
  const { one, redis } = await twoReplicas();
  const sent = vi.spyOn(redis, "sendCommand");
  expect(await one.admit(call("person"))).toEqual({ ok: true });
  expect(sent.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(await count(() => one.admit(call("person")), 30)).toBe(9);
  await expect.poll(() => one.admit(call("person"))).toMatchObject({ ok: false, retryAfterMs: expect.any(Number) });
  sent.mockClear();
  expect(await count(() => one.admit(call("person")), 100)).toBe(0);
  expect(sent).not.toHaveBeenCalled();
});

test("when Redis is away calls pass", async () => {
  const { one, redis } = await twoReplicas();
  redis.disconnect();
  expect(await one.admit(call("person"))).toEqual({ ok: true });
});

test("a person may look at details five times a minute, whoever else looks", async () => {
  const { one, other } = await twoReplicas();
  expect(await count(() => one.details(1), 3)).toBe(3);
  expect(await count(() => other.details(1), 3)).toBe(2);
  expect(await one.details(2)).toEqual({ ok: true });
});

test("a 429 halves the budget of everything", async () => {
  const { one } = await twoReplicas();
  let seed = 0;
  one.observe({ status: 429 });
  one.observe({ status: 429 });
  expect(await count(() => one.admit(call("code", { seedHash: `s${++seed}` })), 30)).toBe(10);
});

describe("the pace", () => {
  test("is halved for a minute, then grows by a tenth each minute", () => {
    const clock = { at: 0, now: () => clock.at };
    const pace = createPace(clock);
    expect(pace.share()).toBe(1);
    pace.halve();
    const shares: number[] = [];
    for (const minute of [0, 1, 2, 4, 6, 60]) {
      clock.at = minute * 60_000;
      shares.push(Math.round(pace.share() * 100) / 100);
    }
    expect(shares).toEqual([0.5, 0.5, 0.6, 0.8, 1, 1]);
  });

  test("is halved again by the next refusal, but never below a quarter", () => {
    const clock = { at: 0, now: () => clock.at };
    const pace = createPace(clock);
    for (let count = 0; count < 20; count += 1) {
      pace.halve();
      clock.at += 10_000;
    }
    expect(pace.share()).toBeCloseTo(0.25);
  });
});

test.each(["create", "details"] as const)(
  "however calls fall into windows, no sliding minute or hour holds more than the provider allows (%s)",
  (resource) => {
    const documented: Record<string, { limit: number; seconds: number }> = {
      "all-m": { limit: PROVIDER_LIMITS.perMinute, seconds: 60 },
      "all-h": { limit: PROVIDER_LIMITS.perHour, seconds: 3_600 },
      create: { limit: PROVIDER_LIMITS.createsPerMinute, seconds: 60 },
      details: { limit: PROVIDER_LIMITS.detailsPerMinute, seconds: 60 },
    };
    for (const { name, points, seconds } of allowances(call("code", { resource }), PROVIDER_LIMITS)) {
      const rule = documented[name];
      if (!rule) continue;
      // A period that begins inside a window reaches into one window more than fit into it, and all may be full.
      const touched = Math.ceil(rule.seconds / seconds) + 1;
      expect(points * touched).toBeLessThanOrEqual(rule.limit);
    }
  },
);

test("replicas that draw ahead together pass no more than a window holds, and no lane more than its share of it", async () => {
  const { redis, clock } = await storeWorld();
  const limits = { perMinute: 750, perHour: 90_000, createsPerMinute: 50, detailsPerMinute: 30 };
  const [window] = allowances(call("code"), limits);
  const points = window?.points ?? 0;
  const lane = fc.constantFrom("code", "person", "refetch", "sweep");
  const burst = fc.record({ replica: fc.nat(2), lane, calls: fc.integer({ min: 1, max: 40 }) });
  let run = 0;
  const passes = fc.asyncProperty(fc.array(burst, { maxLength: 15 }), fc.boolean(), async (bursts, atOnce) => {
    const prefix = `run ${++run}`;
    const replicas = [0, 1, 2].map(() => createAdmission({ redis, clock, limits, prefix }));
    const passed = { code: 0, person: 0, refetch: 0, sweep: 0 };
    let seed = 0;
    const send = async ({ replica, lane, calls }: (typeof bursts)[number]) => {
      const admit = async () => replicas[replica]?.admit(call(lane, { seedHash: `s${++seed}` })) ?? { ok: false };
      passed[lane] += await count(admit, calls);
    };
    if (atOnce) await Promise.all(bursts.map(send));
    else for (const one of bursts) await send(one);
    expect(passed.code + passed.person + passed.refetch + passed.sweep).toBeLessThanOrEqual(points);
    for (const lane of ["person", "refetch", "sweep"] as const) {
      expect(passed[lane]).toBeLessThanOrEqual(points * LANE_SHARE[lane]);
    }
  });
  await fc.assert(passes, { numRuns: 30 });
});

test("what was drawn ahead is not used in the next window", async () => {
  const { redis, clock, raw } = await storeWorld();
  const admission = createAdmission({ redis, clock });
  expect(await admission.admit(call("person"))).toEqual({ ok: true });
  expect(Number(await raw.get("limit:all-m:all"))).toBeGreaterThan(1);
  await raw.del("limit:all-m:all");
  clock.at += 10_001;
  expect(await admission.admit(call("person"))).toEqual({ ok: true });
  expect(Number(await raw.get("limit:all-m:all"))).toBeGreaterThan(1);
});

test("several calls draw on the budget with one question", async () => {
  const { redis, clock } = await storeWorld();
  const admission = createAdmission({ redis, clock });
  expect(await admission.admit(call("person"))).toEqual({ ok: true });
  const sent = vi.spyOn(redis, "sendCommand");
  expect(await count(() => admission.admit(call("person")), 3)).toBe(3);
  expect(sent).not.toHaveBeenCalled();
});
