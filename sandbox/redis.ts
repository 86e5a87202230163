import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { startServer } from "./redis/server.ts";

export type RedisKind = "given" | "path";

export type RunningRedis = {
  url: string;
  /** Where it came from: `given` by REDIS_URL, or a private child of a server on the `path`. */
  kind: RedisKind;
  close(): Promise<void>;
};

export type RedisOptions = {
  /** How many numbered databases are needed. */
  databases?: number;
  /** Folder in which the data outlives the server; without it nothing is written to disk. */
  folder?: string;
  env?: NodeJS.ProcessEnv;
};

/** Finds a Redis for the demo and the tests: the given one, or a private child that dies with us. */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const env = options.env ?? process.env;
  if (env.REDIS_URL) return useGiven(env.REDIS_URL, options.databases);
  const binary = findOnPath(env.PATH, ["redis-server", "valkey-server"]);
  if (binary) {
    const { env: _, ...rest } = options;
    return { kind: "path", ...(await startServer({ binary, ...rest })) };
  }
  throw new Error("no Redis: install redis-server or set REDIS_URL");
}

/** Fails loudly when it does not answer: somebody who names a server wants that one and no other. */
async function useGiven(url: string, databases?: number): Promise<RunningRedis> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    if (databases) {
      const answer = await redis.config("GET", "databases").catch(() => []);
      const there = Number((answer as string[])[1] ?? 0);
      if (there < databases) throw new Error(`it has ${there} databases, ${databases} are needed`);
    }
  } catch (error) {
    throw new Error(`REDIS_URL is set, but cannot be used: ${error instanceof Error ? error.message : "no answer"}`);
  } finally {
    redis.disconnect();
  }
  return { url, kind: "given", close: async () => {} };
}

function findOnPath(path: string | undefined, names: string[]): string | undefined {
  const candidates = names.flatMap((name) => (path ?? "").split(delimiter).map((folder) => join(folder, name)));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
