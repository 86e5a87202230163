import { createServer } from "node:net";
import { expect, test } from "vitest";
import { startWorld } from "../world.ts";

test("a token that Telegram refuses ends the start with one clear line and code 1", async () => {
  const world = await startWorld({
    process: true,
    env: { BOT_TOKEN: "123456789:AAWrongWrongWrongWrongWrongWrongWron" },
  });
  await expect.poll(() => world.logged.join("")).toContain("the bot cannot start");
  expect(await world.ended()).toBe(1);
  expect(world.logged.join("")).toContain("401");
  expect(world.logged.join("")).not.toContain("AAWrong");
});

test("a port that is taken ends the start with its name", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const world = await startWorld({ process: true, webhooks: false, env: { PORT: String(port) } });
  await expect.poll(() => world.logged.join("")).toContain("EADDRINUSE");
  expect(await world.ended()).toBe(1);
  other.close();
});

test("missing and wrong variables are all named at once, with code 1", async () => {
  const world = await startWorld({
    process: true,
    webhooks: false,
    env: { BOT_TOKEN: "", ENCRYPTION_KEYS: "x:short", PORT: "99999999", TELEGRAM_UPDATES: "pigeon" },
  });
  await expect.poll(() => world.logged.join("")).toContain("BOT_TOKEN");
  expect(await world.ended()).toBe(1);
  for (const variable of ["BOT_TOKEN", "ENCRYPTION_KEYS", "PORT", "TELEGRAM_UPDATES"]) {
    expect(world.logged.join("")).toContain(variable);
  }
});

test("stopped while it still waits for Telegram, it ends with success", async () => {
  const world = await startWorld({ process: true, env: { TELEGRAM_API_ROOT: "http://127.0.0.1:9" } });
  await expect.poll(() => world.logged.join("")).toContain("Telegram does not answer");
  expect(await world.stop()).toBe(0);
});

test("stopped in the moment in which it is ready, it does not wait for a long poll to end", async () => {
  const world = await startWorld();
  const asked = performance.now();
  await world.stop();
  expect(performance.now() - asked).toBeLessThan(10_000);
});
