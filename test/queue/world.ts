import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { createSecret } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";
import { createQueues } from "../../src/queue/queues.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeyring } from "../../src/vault/index.ts";
import { freshRedis } from "../fresh-redis.ts";

export async function queueWorld() {
  const url = await freshRedis();
  const key = { id: "k", key: createSecret(randomBytes(32).toString("base64")) };
  const keyring = createKeyring([key]);
  const raw = new Redis(url);
  const lines: string[] = [];
  const log = createLog({ level: "debug", destination: { write: (line: string) => void lines.push(line) } });
  const closing: (() => Promise<void>)[] = [];

  /** One process with its own connections. */
  function replica(recoverMs = 15_000, with_ = keyring) {
    const redis = connectRedis(url);
    const queues = createQueues({ redis, keyring: with_, log, recoverMs });
    closing.push(async () => {
      await queues.close();
      redis.disconnect();
    });
    return queues;
  }
  onTestFinished(async () => {
    await Promise.all(closing.map((close) => close()));
    raw.disconnect();
  });
  return { url, key, keyring, raw, lines, replica };
}
