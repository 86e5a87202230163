import { openStore } from "./people.ts";
import { freshRedis } from "./redis.ts";
import { type Row, under } from "./table.ts";

const CHECKPOINTS = [10_000, 100_000];
const AT_ONCE = 200;

/** Bytes of Redis memory for a person with one wallet and a live webhook: the record, the hook and the seed's index. */
export async function measureMemory(): Promise<Row[]> {
  const redis = await freshRedis();
  const store = openStore(redis.url);
  try {
    const used = async (): Promise<number> => {
      const info = await store.redis.info("memory");
      return Number(info.match(/^used_memory:(\d+)/m)?.[1]);
    };
    // The first write brings the scripts with it.
    await store.seed(0);
    const empty = await used();
    const rows: Row[] = [];
    let number = 1;
    for (const people of CHECKPOINTS) {
      while (number <= people) {
        const page = Math.min(AT_ONCE, people + 1 - number);
        await Promise.all(Array.from({ length: page }, (_, index) => store.seed(number + index)));
        number += page;
      }
      rows.push({
        measure: `e memory of a person, ${people.toLocaleString("en-US")} people`,
        unit: "bytes",
        ours: ((await used()) - empty) / people,
        target: under(512, "bytes"),
      });
    }
    return rows;
  } finally {
    store.close();
    await redis.close();
  }
}
