import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { describeMistakes, loadConfig } from "./config.ts";

enableCompileCache();
if (existsSync(".env")) process.loadEnvFile(".env");

const config = loadConfig(process.env);
if (!config.ok) {
  console.error(describeMistakes(config.failure));
  process.exit(1);
}

// After the cache is on, so that everything below starts from it.
const { createApp } = await import("./app.ts");
const { createLog } = await import("./log.ts");
const log = createLog({ level: config.value.logLevel });
const app = createApp(config.value, { log });

// A second signal does not wait any longer.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    process.once(signal, () => process.exit(1));
    log.info({ signal }, "stopping");
    await app.stop();
    process.exit(0);
  });
}

await app.start();
