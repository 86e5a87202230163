import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { queueWorld } from "./world.ts";

test("a job whose process was killed is done by another", async () => {
  const { url, key, replica } = await queueWorld();
  const queues = replica(1_000);
  await queues.add("operations", "run", { amount: 5000 }, { attempts: 1 });
  const child = fork(join(import.meta.dirname, "crash-child.ts"), [url, key.key.reveal()]);
  await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect((await queues.depths()).operations.active).toBe(1);
  const seen: unknown[] = [];
  queues.work("operations", async (payload) => {
    seen.push(payload);
    return { kind: "done" };
  });
  await expect.poll(() => seen).toEqual([{ amount: 5000 }]);
  await expect.poll(async () => (await queues.depths()).operations).toMatchObject({ active: 0, dead: 0 });
});
