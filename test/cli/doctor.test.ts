import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startWorld } from "../world.ts";

async function doctor(env: Record<string, string>) {
  const child = spawn(process.execPath, ["src/cli/doctor.ts"], { env: { PATH: process.env.PATH, ...env } });
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { out, err, code };
}

test("the doctor has one line for everything that is fine, and one for what must be mended", async () => {
  const world = await startWorld();
  const { out, code } = await doctor(world.env);
  expect(out).toContain("✓ configuration");
  expect(out).toContain("✓ Telegram: the token belongs to @cryptocardy_bot");
  expect(out).toContain("✓ CryptoCardy: a sandbox, answers");
  expect(out).toContain("✓ public address: reaches the bot");
  // The Redis of the tests keeps nothing, and that must not go unsaid.
  expect(out).toContain("✗ Redis: appendonly is off");
  expect(code).toBe(1);
  expect(out).not.toContain(world.telegram.token);
});

test("the doctor says who does not answer", async () => {
  const world = await startWorld();
  await world.stop();
  const closed = "http://127.0.0.1:9";
  const { out, code } = await doctor({ ...world.env, TELEGRAM_API_ROOT: closed, CRYPTOCARDY_API_URL: closed });
  expect(out).toContain("✗ Telegram: does not answer");
  expect(out).toContain("✗ CryptoCardy: does not answer");
  expect(out).toContain("✗ public address: does not answer");
  expect(code).toBe(1);
});

test("the doctor names every variable that is missing, and shows no value", async () => {
  const { err, code } = await doctor({ PUBLIC_URL: "http://secret.example.com" });
  expect(err).toContain("BOT_TOKEN");
  expect(err).toContain("ENCRYPTION_KEYS");
  expect(err).toContain("PUBLIC_URL");
  expect(err).not.toContain("secret.example.com");
  expect(code).toBe(1);
});
