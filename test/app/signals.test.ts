import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { freshRedis } from "../fresh-redis.ts";

const npm = process.env.npm_execpath;

/** The program, started by these words in a process group of its own; it waits for a Telegram that is not there. */
async function started(words: string[]) {
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
  const { port } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  const child = spawn(process.execPath, words, {
    detached: true,
    env: {
      ...process.env,
      BOT_TOKEN: "1:none",
      ENCRYPTION_KEYS: `k:${randomBytes(32).toString("base64")}`,
      REDIS_URL: await freshRedis(),
      TELEGRAM_API_ROOT: "http://127.0.0.1:9",
      HOST: "127.0.0.1",
      PORT: `${port}`,
    },
  });
  onTestFinished(() => void endGroup(child));
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  const lives = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await vi.waitFor(() => expect(log).toContain("Telegram does not answer"), { timeout: 15_000 });
  return { child, lives, exit: new Promise<number | null>((resolve) => child.once("exit", resolve)), log: () => log };
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

test("one Ctrl-C that arrives twice stops in order", async () => {
  const { child, exit, log } = await started(["src/main.ts"]);
  child.kill("SIGINT");
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
  expect(log().match(/"stopping"/g)).toHaveLength(1);
});

test.skipIf(!npm)("what `npm start` began ends with npm, however npm is ended", async () => {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    const { child, lives, log } = await started([npm ?? "", "start"]);
    child.kill(signal);
    await vi.waitFor(async () => expect(await lives()).toBe(false), { timeout: 10_000 });
    expect(log()).toContain('"stopping"');
  }
});
