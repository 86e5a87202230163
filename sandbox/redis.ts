import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { fetchDebian, findExtracted } from "./redis/debian.ts";
import { startJavaScript } from "./redis/javascript.ts";
import { type ServerOptions, startServer } from "./redis/server.ts";

/**
 * Where it came from: `given` by REDIS_URL; a private child of a server on the `path`, of one `cached` by an earlier
 * start, or of one just fetched from `debian`; or the one in `javascript`, which is memory only.
 */
export type RedisKind = "given" | "path" | "cached" | "debian" | "javascript";

export type RunningRedis = { url: string; kind: RedisKind; close(): Promise<void> };

export type RedisOptions = {
  /** How many numbered databases are needed. */
  databases?: number;
  /** Folder in which the data outlives the server; without it nothing is written to disk. */
  folder?: string;
  /** Whether to wait for a download, to leave it for the next start (and do without now), or to do none. */
  download?: "wait" | "background" | "never";
  env?: NodeJS.ProcessEnv;
  /** Where downloads are kept. */
  cache?: string;
};

const CACHE = join(import.meta.dirname, "..", ".cache", "redis");

/** Finds a Redis for the demo and the tests, or makes one. Private servers die with this process, even after kill -9. */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const { databases, folder, download = "wait", env = process.env, cache = CACHE } = options;
  if (env.REDIS_URL) return useGiven(env.REDIS_URL, databases);

  const child = async (
    kind: RedisKind,
    server: Pick<ServerOptions, "binary" | "libraries">,
  ): Promise<RunningRedis> => ({
    kind,
    ...(await startServer({ ...server, ...(databases ? { databases } : {}), ...(folder ? { folder } : {}) })),
  });
  const binary = findOnPath(env.PATH, ["redis-server", "valkey-server"]);
  if (binary) return child("path", { binary });
  const extracted = findExtracted(cache);
  if (extracted) return child("cached", extracted);

  if (download === "wait") {
    try {
      return await child("debian", await fetchDebian(cache, env));
    } catch {
      // No Debian or no network: the last way needs neither.
    }
  }
  if (download === "background") fetchDebian(cache, env).catch(() => {});
  return { kind: "javascript", ...(await startJavaScript(databases)) };
}

/** Fails loudly when it does not answer: who names a server wants that one and no other. */
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
  // The guard that ends a private server with us is a shell script.
  if (process.platform === "win32") return undefined;
  const candidates = names.flatMap((name) => (path ?? "").split(delimiter).map((folder) => join(folder, name)));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return file.startsWith("/");
    } catch {
      return false;
    }
  });
}
