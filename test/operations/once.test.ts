import { describe, expect, test } from "vitest";
import { ADA, BOB } from "../accounts/world.ts";
import { KINDS, NEVER, ONCE, operationsWorld, PATHS, SCREEN } from "./world.ts";

describe.each(KINDS)("%s", (kind) => {
  test("confirmed ten times at once happens once", async () => {
    const world = await operationsWorld();
    const draft = await world.drafts[kind]();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.operations.submit(draft.id, ADA, SCREEN)));
    expect(answers.filter((answer) => answer?.first)).toHaveLength(1);
    const operation = await world.until(draft.id, "done");
    expect(operation.screen).toEqual(SCREEN);
    expect(await world.money()).toEqual(ONCE[kind]);
    await expect.poll(() => world.told.map(({ state }) => state)).toEqual(["done"]);
  });

  test("whose answer was lost happens once and is known to have happened", async () => {
    const world = await operationsWorld();
    world.control.faults.add({ ...PATHS[kind], kind: "drop-after" });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
    expect(world.callsTo(PATHS[kind].method, pathOf(kind))).toHaveLength(sendsSoFar(kind) + 1);
  });

  test("whose request was lost is sent again and happens once", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ ...PATHS[kind], kind: "drop-before" });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test.each([500, 503] as const)("answered with %s after it was executed happens once", async (status) => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ ...PATHS[kind], kind: "status-after", status });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("answered with a page of HTML after it was executed happens once", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ ...PATHS[kind], kind: "garbage" });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("answered with nothing, and not executed, is sent again and happens once", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ ...PATHS[kind], kind: "hollow" });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("that never gets through is sent three times with one key, then called unknown, then failed", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ ...PATHS[kind], kind: "drop-before", times: 99 });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "failed");
    await expect.poll(() => world.told.map(({ state }) => state)).toEqual(["unknown", "failed"]);
    const sent = world.callsTo(PATHS[kind].method, pathOf(kind)).slice(sendsSoFar(kind));
    expect(sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual(Array(3).fill(draft.key));
    expect(await world.money()).toEqual(NEVER);
  });

  test("refused with 429 waits and happens once", async () => {
    const world = await operationsWorld();
    world.control.faults.add({ ...PATHS[kind], kind: "status", status: 429, retryAfter: 1 });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("refused with 429 for longer than it is tried fails at once, and is not sent later", async () => {
    const world = await operationsWorld();
    world.control.faults.add({ ...PATHS[kind], kind: "status", status: 429, retryAfter: 3_600 });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "failed");
    await expect.poll(() => world.queues.depths()).toMatchObject({ operations: { active: 0 } });
    expect(await world.queues.depths()).toMatchObject({ operations: { delayed: 0 } });
    expect(await world.money()).toEqual(NEVER);
  });

  test("whose wallet cannot be read for longer than it is tried fails at once, and is never sent", async () => {
    const world = await operationsWorld();
    const draft = await world.drafts[kind]();
    world.control.faults.add({ method: "GET", kind: "status", status: 429, retryAfter: 3_600, times: 9 });
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "failed");
    world.control.faults.clear();
    expect(world.callsTo(PATHS[kind].method, pathOf(kind))).toHaveLength(sendsSoFar(kind));
  });

  test("in conflict is sent once more and happens once", async () => {
    const world = await operationsWorld();
    world.control.faults.add({ ...PATHS[kind], kind: "status", status: 409 });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("in conflict after it was executed is a success", async () => {
    const world = await operationsWorld({ sandbox: { variants: { ignoreIdempotency: true } } });
    world.control.faults.add({ ...PATHS[kind], kind: "status-after", status: 409 });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    await world.until(draft.id, "done");
    expect(await world.money()).toEqual(ONCE[kind]);
  });

  test("refused by the provider fails with its reason, and is not tried again", async () => {
    const world = await operationsWorld();
    world.control.faults.add({ ...PATHS[kind], kind: "status", status: 400, times: 9 });
    const draft = await world.drafts[kind]();
    await world.operations.submit(draft.id, ADA, SCREEN);
    const { error } = await world.until(draft.id, "failed");
    expect(error).toMatchObject({ kind: "rejected", code: "fault", requestId: expect.stringMatching(/^req_/) });
    expect(world.callsTo(PATHS[kind].method, pathOf(kind))).toHaveLength(sendsSoFar(kind) + 1);
    expect(await world.money()).toEqual(NEVER);
  });

  test("that was cancelled cannot be confirmed any more", async () => {
    const world = await operationsWorld();
    const draft = await world.drafts[kind]();
    expect(await world.operations.cancel(draft.id, ADA)).toBe(true);
    const answer = await world.operations.submit(draft.id, ADA, SCREEN);
    expect(answer).toMatchObject({ first: false, operation: { state: "failed", error: { kind: "cancelled" } } });
    expect(await world.money()).toEqual(NEVER);
  });

  test("cannot be confirmed, seen or cancelled by somebody else", async () => {
    const world = await operationsWorld();
    const draft = await world.drafts[kind]();
    expect(await world.operations.submit(draft.id, BOB)).toBeUndefined();
    expect(await world.operations.get(draft.id, BOB)).toBeUndefined();
    expect(await world.operations.cancel(draft.id, BOB)).toBe(false);
    expect(await world.money()).toEqual(NEVER);
  });
});

function pathOf(kind: keyof typeof PATHS): RegExp {
  return new RegExp(`^${PATHS[kind].path.replace("*", "[^/]+")}$`);
}

/** The card of the world was issued too. */
const sendsSoFar = (kind: keyof typeof PATHS): number => (kind === "issue" ? 1 : 0);
