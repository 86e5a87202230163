import { openStore, type Somebody } from "./people.ts";
import { freshRedis } from "./redis.ts";
import { type Row, under } from "./table.ts";

const CHECKPOINTS = [10_000, 100_000];
const AT_ONCE = 200;

/** Bytes of Redis memory for a person with one wallet and a live webhook. */
export async function measureMemory(): Promise<Row[]> {
  const redis = await freshRedis();
  const store = openStore(redis.url);
  try {
    const used = async (): Promise<number> =>
      Number((await store.redis.info("memory")).match(/^used_memory:(\d+)/m)?.[1]);
    // The first write brings the scripts with it.
    await store.indexSeed(await store.seed(0));
    const empty = await used();
    const rows: Row[] = [];
    const everybody: Somebody[] = [];
    for (const people of CHECKPOINTS) {
      while (everybody.length < people) {
        const first = everybody.length + 1;
        const page = Math.min(AT_ONCE, people - everybody.length);
        everybody.push(...(await Promise.all(Array.from({ length: page }, (_, index) => store.seed(first + index)))));
      }
      rows.push({
        measure: `e memory of a person and their webhook, ${people.toLocaleString("en-US")} people`,
        unit: "bytes",
        ours: ((await used()) - empty) / people,
        target: under(512, "bytes"),
      });
    }
    for (let from = 0; from < everybody.length; from += AT_ONCE) {
      await Promise.all(everybody.slice(from, from + AT_ONCE).map(store.indexSeed));
    }
    rows.push({
      measure: `e the same with the index of seeds, ${everybody.length.toLocaleString("en-US")} people`,
      unit: "bytes",
      ours: ((await used()) - empty) / everybody.length,
    });
    return rows;
  } finally {
    store.close();
    await redis.close();
  }
}
