import { startDemo } from "./demo/start.ts";

const demo = await startDemo({ env: process.env, print: (line) => console.log(line) });

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping …");
    demo.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
