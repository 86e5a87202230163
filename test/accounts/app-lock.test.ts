import fc from "fast-check";
import { expect, test } from "vitest";
import { createAppLock } from "../../src/accounts/app-lock.ts";
import { counted, isBarred, isOpen, MOST_WRONG, opened } from "../../src/accounts/pin-tries.ts";
import { systemRandom } from "../../src/lib/random.ts";
import { createSecret } from "../../src/lib/secret.ts";
import { dump, storeWorld } from "../store/world.ts";

const PIN = createSecret("2580");
const WRONG = createSecret("1111");

async function locked() {
  const world = await storeWorld();
  const lock = createAppLock({ store: world.store, clock: world.clock, random: systemRandom });
  await lock.set(1, await lock.hash(PIN), []);
  await lock.shut(1);
  return { ...world, lock };
}

test("five wrong PINs bar the right one too, for a quarter of an hour", async () => {
  const { lock, clock } = await locked();
  for (let left = MOST_WRONG - 1; left > 0; left--) expect(await lock.try(1, WRONG)).toEqual({ kind: "wrong", left });
  const now = clock.now();
  expect(await lock.try(1, WRONG)).toEqual({ kind: "barred", until: now + 15 * 60_000 });
  expect(await lock.try(1, PIN)).toMatchObject({ kind: "barred" });
});

test("tries at the same time count each", async () => {
  const { lock } = await locked();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => lock.try(1, WRONG)));
  expect(outcomes.filter(({ kind }) => kind === "barred").length).toBeGreaterThan(0);
  expect(await lock.try(1, PIN)).toMatchObject({ kind: "barred" });
});

test("a right PIN opens for the chosen time; what is kept does not tell it", async () => {
  const { lock, raw } = await locked();
  expect(await lock.isShut(1)).toBe(true);
  expect(await lock.try(1, PIN)).toEqual({ kind: "open" });
  expect(await lock.isShut(1)).toBe(false);
  // Not as digits within a moment or a hash, where they are by chance.
  expect(JSON.stringify(await lock.get(1))).not.toMatch(/\b2580\b/);
  expect(await dump(raw)).not.toMatch(/\b2580\b/);
});

test("never are more than five wrong PINs taken in a quarter of an hour", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20 * 60_000), { maxLength: 60 }), (pauses) => {
      let pin = { salt: "", hash: "", minutes: 5, wrong: 0 };
      let now = 1_000_000;
      const taken: number[] = [];
      for (const pause of pauses) {
        now += pause;
        if (isBarred(pin, now)) continue;
        taken.push(now);
        pin = counted(pin, now);
        if (isBarred(pin, now)) expect(taken.splice(0).length).toBe(MOST_WRONG);
      }
      expect(isOpen(opened(pin, now), now)).toBe(true);
    }),
  );
});
