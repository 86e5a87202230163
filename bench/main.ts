import { measureBurst } from "./burst.ts";
import { measureIngest } from "./ingest.ts";
import { measureLatency } from "./latency.ts";
import { measureMemory } from "./memory.ts";
import { measurePresses } from "./presses.ts";
import { measureStart } from "./start.ts";
import { formatTable, type Row } from "./table.ts";

const MEASURES: Record<string, () => Promise<Row[]>> = {
  a: measureLatency,
  b: measureIngest,
  c: measurePresses,
  d: measureBurst,
  e: measureMemory,
  f: measureStart,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((letter) => !(letter in MEASURES));
if (unknown.length > 0) {
  console.error(`usage: npm run bench -- [${Object.keys(MEASURES).join(" ")}]`);
  process.exit(2);
}

// Children are killed when this process exits, and a signal alone is no exit.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const rows: Row[] = [];
for (const [letter, measure] of Object.entries(MEASURES)) {
  if (chosen.length > 0 && !chosen.includes(letter)) continue;
  const started = performance.now();
  rows.push(...(await measure()));
  console.error(`${letter}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
console.log(formatTable(rows));
