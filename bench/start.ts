import { freePort } from "../sandbox/redis/server.ts";
import { botEnv, untilReady } from "./bot.ts";
import { startChild } from "./child.ts";
import { median } from "./numbers.ts";
import { freshRedis } from "./redis.ts";
import { createCryptoCardyStub, createTelegramStub } from "./stubs.ts";
import { type Row, under } from "./table.ts";

const ROUNDS = 7;

/** From spawning the program to its first "ready", beside a node that listens; Redis and Telegram are there already. */
export async function measureStart(): Promise<Row[]> {
  const redis = await freshRedis();
  const telegram = await createTelegramStub();
  const cryptocardy = await createCryptoCardyStub(new Map());

  async function start(program: string, path: string): Promise<number> {
    const port = await freePort();
    const env = botEnv({ port, redis: redis.url, telegram: telegram.url, cryptocardy: cryptocardy.url });
    const started = performance.now();
    const child = startChild(program, env);
    child.mute();
    await untilReady(`http://127.0.0.1:${port}`, 5, path);
    const took = performance.now() - started;
    // In order, so that node writes its compile cache.
    await child.stop();
    return took;
  }

  try {
    const ours: number[] = [];
    const floor: number[] = [];
    await start("src/main.ts", "/readyz");
    for (let round = 0; round < ROUNDS; round++) {
      floor.push(await start("bench/programs/hello.ts", "/"));
      ours.push(await start("src/main.ts", "/readyz"));
    }
    return [
      {
        measure: "f start to ready, compile cache warm",
        unit: "ms",
        ours: median(ours),
        floor: median(floor),
        target: under(600, "ms"),
      },
    ];
  } finally {
    await Promise.all([telegram.close(), cryptocardy.close()]);
    await redis.close();
  }
}
