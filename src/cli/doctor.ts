// Checks everything the bot needs, one line each; exit code 1 when something must be mended.
import { existsSync } from "node:fs";
import { describeMistakes, loadConfig } from "../config/config.ts";
import { examine } from "./examine.ts";

if (existsSync(".env")) process.loadEnvFile(".env");

const config = loadConfig(process.env);
if (!config.ok) {
  console.error(`✗ configuration\n${describeMistakes(config.failure)}`);
  process.exit(1);
}
console.log("✓ configuration: complete");

let broken = 0;
for await (const { ok, what, detail } of examine(config.value)) {
  console.log(`${ok ? "✓" : "✗"} ${what}: ${detail}`);
  if (!ok) broken += 1;
}
process.exitCode = broken > 0 ? 1 : 0;
