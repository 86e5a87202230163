import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

/** Shorter than what Docker and systemd wait before they kill. */
const LONGEST_STOP_MS = 30_000;
/** One Ctrl-C comes twice: to the whole process group, and passed on by whatever started this. */
const ECHO_MS = 1_000;

enableCompileCache();
if (existsSync(".env")) process.loadEnvFile(".env");

// After the cache is on, so that everything below starts from it.
const { describeMistakes, loadConfig } = await import("./config/config.ts");
const config = loadConfig(process.env);
if (!config.ok) {
  console.error(describeMistakes(config.failure));
  process.exit(1);
}

const { createApp } = await import("./app.ts");
const { createLog } = await import("./log.ts");
const log = createLog({ level: config.value.logLevel });
const app = createApp(config.value, { log });

// A second signal, or a stop that hangs, does not wait any longer.
let askedAt: number | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, async () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > ECHO_MS) process.exit(1);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    log.info({ signal }, "stopping");
    await app.stop();
    process.exit(0);
  });
}

try {
  await app.start();
} catch (error) {
  // A stop while something was waited for rejects the start as well; the stop ends the process then.
  if (!app.stopping()) {
    log.fatal({ err: error }, "the bot cannot start");
    process.exit(1);
  }
}
