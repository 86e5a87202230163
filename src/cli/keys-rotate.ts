// Seals everything again with the first key of ENCRYPTION_KEYS; afterwards the older keys may be taken out.
import { existsSync } from "node:fs";
import { describeMistakes, loadConfig } from "../config/config.ts";
import { createLog } from "../log.ts";
import { rotateKeys } from "./rotate.ts";

if (existsSync(".env")) process.loadEnvFile(".env");

// A rotation needs no bot, so it must not fail for want of a token.
const config = loadConfig({ ...process.env, BOT_TOKEN: process.env.BOT_TOKEN || "1:none" });
if (!config.ok) {
  console.error(describeMistakes(config.failure));
  process.exit(1);
}

const { seen, sealed, unopened, jobs } = await rotateKeys(config.value, createLog({ level: "warn" }));
console.log(`${seen} records seen, ${sealed} sealed again; ${jobs} waiting jobs sealed again`);
if (unopened > 0) {
  console.error(`${unopened} records or jobs do not open with any of the keys: the key that sealed them is missing`);
  process.exit(1);
}
if (sealed + jobs > 0) console.log("Run it once more before taking out the old key: bots may have written meanwhile");
else console.log("Everything is sealed with the first key: older ones may be taken out");
