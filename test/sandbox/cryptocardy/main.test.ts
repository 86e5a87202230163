import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";

test.each(["SIGTERM", "SIGINT"] as const)("alone: it prints a seed that works, and ends on %s", async (signal) => {
  const child = spawn(process.execPath, ["sandbox/cryptocardy/main.ts"], { env: { ...process.env, PORT: "0" } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const ended = once(child, "exit");
  await expect.poll(() => output).toContain("Ctrl+C");
  const url = output.match(/http:\S+\/v1\/api/)?.[0] ?? "";
  const seed = output.match(/seed[^:]*: (\S+)/)?.[1] ?? "";
  const answer = await fetch(`${url}/wallet/balance`, { headers: { "x-seed": seed } });
  expect(await answer.json()).toMatchObject({ balance: 980 });
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
});
