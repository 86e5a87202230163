import { expect, test } from "vitest";
import type { Operation } from "../../src/store/operations.ts";
import { storeWorld } from "./world.ts";

const draft = (id: string, more: Partial<Operation> = {}): Operation =>
  ({
    id,
    userId: 7,
    walletId: "w",
    key: `key-${id}`,
    kind: "fund",
    params: { cardId: "c", last4: "2039", amount: 5000 },
    state: "draft",
    createdAt: 1,
    ...more,
  }) as Operation;

test("of many presses one submits", async () => {
  const { store } = await storeWorld();
  expect(await store.operations.create(draft("a"))).toBe(true);
  expect(await store.operations.create(draft("a"))).toBe(false);
  const presses = await Promise.all(
    Array.from({ length: 10 }, () =>
      store.operations.swap("a", "draft", (now) => ({ ...now, state: "submitted", submittedAt: 2 })),
    ),
  );
  expect(presses.filter(Boolean)).toHaveLength(1);
  expect(await store.operations.get("a")).toMatchObject({ state: "submitted", submittedAt: 2 });
});

test("open ones are listed until they have a certain end", async () => {
  const { store } = await storeWorld();
  for (const id of ["a", "b", "c"]) await store.operations.create(draft(id));
  expect(await store.operations.listOpen()).toEqual([]);
  await store.operations.swap("b", "draft", (now) => ({ ...now, state: "submitted", submittedAt: 5 }));
  await store.operations.swap("a", "draft", (now) => ({ ...now, state: "submitted", submittedAt: 9 }));
  await store.operations.swap("a", "submitted", (now) => ({ ...now, state: "unknown" }));
  expect((await store.operations.listOpen()).map(({ id }) => id)).toEqual(["b", "a"]);
  await store.operations.swap("a", ["submitted", "unknown"], (now) => ({ ...now, state: "done" }));
  expect((await store.operations.listOpen()).map(({ id }) => id)).toEqual(["b"]);
  expect(await store.operations.swap("a", "submitted", (now) => now)).toBeUndefined();
});

test("an index entry that a crash left behind goes after an hour", async () => {
  const { store, raw, clock } = await storeWorld();
  await raw.zadd("open:", clock.now(), "lost");
  expect(await store.operations.listOpen()).toEqual([]);
  expect(await raw.zcard("open:")).toBe(1);
  clock.at += 3_700_000;
  await store.operations.listOpen();
  expect(await raw.zcard("open:")).toBe(0);
});

test("one that does not open hides no other, and stays listed for the day its key is back", async () => {
  const { store, raw, clock, warnings } = await storeWorld();
  for (const id of ["a", "b"]) await store.operations.create(draft(id, { state: "submitted", submittedAt: 1 }));
  const sealed = await raw.getBuffer("o:b");
  await raw.copy("o:a", "o:b", "REPLACE");
  clock.at += 3_700_000;
  expect((await store.operations.listOpen()).map(({ id }) => id)).toEqual(["a"]);
  expect((await store.operations.listOf(7)).map(({ id }) => id)).toEqual(["a"]);
  expect(warnings).toEqual(["a record that does not open is skipped"]);
  await raw.set("o:b", sealed ?? "");
  expect((await store.operations.listOpen()).map(({ id }) => id)).toEqual(["a", "b"]);
});
