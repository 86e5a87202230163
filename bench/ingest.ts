import { startBot } from "./bot.ts";
import { startServer } from "./child.ts";
import { newEvent } from "./events.ts";
import { createLoad } from "./load.ts";
import { median } from "./numbers.ts";
import { ENCRYPTION_KEYS, openStore } from "./people.ts";
import { freshRedis } from "./redis.ts";
import { atLeast, type Row } from "./table.ts";

const CONNECTIONS = 32;
const COUNT = 4_000;
const ROUNDS = 5;

/** Events taken per second and made durable before they are answered, beside a bare server that does one XADD. */
export async function measureIngest(): Promise<Row[]> {
  const bot = await startBot(1);
  const redis = await freshRedis();
  const store = openStore(redis.url);
  const somebody = await store.seed(0);
  const receiver = await startServer("bench/programs/receiver.ts", { REDIS: redis.url, KEYS: ENCRYPTION_KEYS });
  const bare = await startServer("bench/programs/bare-ingest.ts", { REDIS: redis.url, SECRET: somebody.secret });
  try {
    const flood = async (url: string, to = somebody, count = COUNT): Promise<number> => {
      const events = Array.from({ length: count }, () => newEvent("transaction.authorized", to));
      const load = createLoad(url, CONNECTIONS);
      const perSecond = await load.flood(events);
      await load.close();
      // Without what piled up: neither memory nor length of a list is what is measured.
      await store.redis.del("events", "{bot}:notices:wait");
      return perSecond;
    };
    const measured = { bare: [] as number[], alone: [] as number[], whole: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await flood(bare.url);
      const two = await flood(receiver.url);
      const three = await flood(bot.url, bot.person(0), COUNT / 2);
      // The first round warms up.
      if (round === 0) continue;
      measured.bare.push(one);
      measured.alone.push(two);
      measured.whole.push(three);
    }
    const floor = median(measured.bare);
    return [
      {
        measure: "b events taken, the receiver alone",
        unit: "/s",
        ours: median(measured.alone),
        floor,
        target: atLeast(0.55),
        note: "nobody works on what is queued: as on a replica that only receives",
      },
      {
        measure: "b events taken, the whole program",
        unit: "/s",
        ours: median(measured.whole),
        floor,
        note: "its workers send ordinary notices meanwhile, 20 a second, from a queue that grows",
      },
    ];
  } finally {
    await Promise.all([receiver.stop(), bare.stop(), bot.close()]);
    store.close();
    await redis.close();
  }
}
