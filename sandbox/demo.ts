import { startDemo } from "./demo/start.ts";

try {
  const demo = await startDemo({ env: process.env, print: (line) => console.log(line) });
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log("\nStopping …");
      demo.stop().finally(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(`The demo could not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
