// The gate: types, lint and format, then every test. `npm test -- <vitest arguments>` runs the tests alone.
import { spawnSync } from "node:child_process";

const words = process.argv.slice(2);

if (words.length === 0) {
  step("types", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
  step("types of the chat page", "node_modules/typescript/bin/tsc", "-p", "sandbox/telegram/page");
  step("lint and format", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".");
}
step("tests", "node_modules/vitest/vitest.mjs", "run", ...words);

function step(title: string, script: string, ...args: string[]): void {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) {
    console.error(`${title}: failed`);
    process.exit(status ?? 1);
  }
  console.log(`${title}: fine (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
