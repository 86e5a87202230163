import type { Config } from "../config/config.ts";
import { systemClock } from "../lib/clock.ts";
import type { Log } from "../log.ts";
import { createQueues } from "../queue/queues.ts";
import { connectRedis } from "../store/connect.ts";
import { type Resealed, resealRecords } from "../store/reseal.ts";
import { createKeyring } from "../vault/index.ts";

/** What a rotation did: records by what became of them, and jobs that were sealed again. */
export type Rotation = Resealed & { jobs: number };

/**
 * Seals everything in Redis with the first key: records, seeds, blind indexes, and what waits in the queues.
 * It may be stopped and started again. Bots may run, if they were started with the new key in front.
 */
export async function rotateKeys(config: Pick<Config, "redis" | "encryptionKeys">, log: Log): Promise<Rotation> {
  const redis = connectRedis(config.redis, (error) => log.warn({ err: error }, "Redis"));
  const keyring = createKeyring(config.encryptionKeys);
  const queues = createQueues({ redis, keyring, log });
  try {
    const records = await resealRecords({ redis, keyring, clock: systemClock });
    const jobs = await queues.reseal();
    return { ...records, unopened: records.unopened + jobs.unopened, jobs: jobs.sealed };
  } finally {
    await queues.close();
    redis.disconnect();
  }
}
