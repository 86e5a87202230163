import { expect, test } from "vitest";
import { someAtOnce } from "../../src/lib/some-at-once.ts";

test("everything is worked on, only so much at the same time, and the results keep their places", async () => {
  let running = 0;
  let most = 0;
  const results = await someAtOnce([5, 1, 4, 2, 3], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});
