import { createServer } from "node:net";
import { withTestRedis } from "./fresh-redis.ts";

// Below those that a system gives to whoever asks for any: so nobody gets one between our look and the program's bind.
const FIRST = 10_000;
const COUNT = 20_000;

/** A port of 127.0.0.1 on which nobody listens, and which no other test is given. */
export function freshPort(): Promise<number> {
  return withTestRedis(async (redis) => {
    // Runs beside each other on one machine begin at different places.
    await redis.set("tests:ports", Math.floor(Math.random() * COUNT), "NX");
    for (;;) {
      const port = FIRST + ((await redis.incr("tests:ports")) % COUNT);
      if (await isFree(port)) return port;
    }
  });
}

/** One for each part of the demo. */
export async function freshDemoPorts() {
  return { chat: await freshPort(), shop: await freshPort(), bot: await freshPort(), provider: await freshPort() };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
