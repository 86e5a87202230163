import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { submitted } from "../../src/operations/machine.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { ADA } from "../accounts/world.ts";
import type { CrashOrder } from "./crash-order.ts";
import { type Kind, ONCE, type OperationsWorld, operationsWorld, QUICK, SCREEN } from "./world.ts";

/** How long the others wait for what a dead process had in hand; a busy one must not be taken for dead. */
const AFTER_DEATH = { timings: { ...QUICK, lock: 1_000, lease: 2_500 }, recoverMs: 2_500 };

const PROGRAM = fileURLToPath(new URL("./worker-process.ts", import.meta.url));

/** Runs a worker in a process of its own until it kills itself. */
async function dying(world: OperationsWorld, dies: CrashOrder["dies"]): Promise<void> {
  const [key] = world.keys;
  if (!key) throw new Error("no key");
  const order: CrashOrder = {
    redisUrl: world.url,
    apiUrl: world.sandbox.url,
    key: { id: key.id, secret: key.key.reveal() },
    dies,
    ...AFTER_DEATH,
  };
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(order)], { stdio: ["ignore", "inherit", "inherit"] });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

const CASES: [Kind, CrashOrder["dies"]][] = [
  ["fund", "before the call"],
  ["fund", "after the call"],
  ["fund", "before telling"],
  ["withdraw", "after the call"],
  ["close", "after the call"],
  ["issue", "before the call"],
  ["issue", "after the call"],
];

describe("a process killed with -9", () => {
  test.each(CASES)("%s, %s: it happens once, and the person is told", async (kind, dies) => {
    const sandbox = { variants: { ignoreIdempotency: true } };
    const world = await operationsWorld({ ...AFTER_DEATH, work: false, sandbox });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await dying(world, dies);
    const { told } = await world.newProcess();
    await expect.poll(() => told.map(({ id, state }) => [id, state])).toEqual([[draft.id, "done"]]);
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("between confirming and queueing: it is found and carried out", async () => {
    const world = await operationsWorld();
    const draft = await world.funding();
    const confirmed = submitted(draft, Date.now(), SCREEN);
    await world.store.operations.swap(draft.id, "draft", confirmed as unknown as Stored);
    expect(await world.operations.recover()).toBe(1);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE.fund);
  });

  test("looking for lost operations again and again does not repeat them", async () => {
    const world = await operationsWorld();
    world.control.faults.add({ method: "POST", path: "/cards/*/fund", kind: "delay", ms: 300 });
    const draft = await world.funding();
    await world.operations.submit(draft.id, ADA, SCREEN);
    for (let count = 0; count < 10; count += 1) await world.operations.recover();
    await world.until(draft.id, "done");
    await expect.poll(() => world.told).toHaveLength(1);
    await world.operations.recover();
    await expect.poll(() => world.queues.depths()).toMatchObject({ operations: { active: 0, waiting: 0, delayed: 0 } });
    expect(await world.money()).toEqual(ONCE.fund);
    expect(world.told).toHaveLength(1);
  });
});

type Stored = Parameters<OperationsWorld["store"]["operations"]["create"]>[0] & Operation;
