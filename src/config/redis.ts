import type { RedisTarget } from "../lib/redis-target.ts";
import { createSecret } from "../lib/secret.ts";
import type { Reading } from "./variables.ts";

const DEFAULT_URL = "redis://127.0.0.1:6379";
const SENTINEL_GROUP = "mymaster";

/**
 * `REDIS_URL`, or `REDIS_SENTINELS` (`[name@]host:port,…`), or `REDIS_CLUSTER` (`host:port,…`). With the latter two,
 * user, password, database and TLS are taken from `REDIS_URL` if it is set.
 */
export function parseRedis({ value, complain }: Reading): RedisTarget | undefined {
  const [sentinels, cluster] = [value("REDIS_SENTINELS"), value("REDIS_CLUSTER")];
  const text = value("REDIS_URL");
  const url = URL.parse(text ?? DEFAULT_URL);
  if (!url || !["redis:", "rediss:"].includes(url.protocol) || !url.hostname || !/^\/?\d*$/.test(url.pathname)) {
    return complain("REDIS_URL", "must be redis://[user:password@]host[:port][/database] or rediss://…");
  }
  if (sentinels && cluster) return complain("REDIS_CLUSTER", "and REDIS_SENTINELS are both set: keep one of them");
  const access = {
    tls: url.protocol === "rediss:",
    ...(url.username ? { username: decode(url.username) } : {}),
    ...(url.password ? { password: createSecret(decode(url.password)) } : {}),
  };
  if (sentinels) {
    const [, name = SENTINEL_GROUP, list = ""] = /^(?:([^@]+)@)?(.*)$/.exec(sentinels) ?? [];
    const nodes = parseNodes(list, 26_379);
    const db = Number(url.pathname.slice(1));
    return nodes
      ? { kind: "sentinel", name, sentinels: nodes, ...access, ...(db ? { db } : {}) }
      : complain("REDIS_SENTINELS", NODES);
  }
  if (cluster) {
    const nodes = parseNodes(cluster, 6_379);
    return nodes ? { kind: "cluster", nodes, ...access } : complain("REDIS_CLUSTER", NODES);
  }
  return { kind: "single", url: createSecret(text ?? DEFAULT_URL) };
}

const NODES = "must be host:port, several separated by commas";

function parseNodes(list: string, defaultPort: number): { host: string; port: number }[] | undefined {
  const words = list.split(/[\s,]+/).filter((word) => word !== "");
  const nodes = words.flatMap((word) => {
    const url = URL.parse(`redis://${word}`);
    const isNode = url?.hostname && !url.username && !url.password && /^\/?$/.test(url.pathname);
    return isNode ? { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || defaultPort) } : [];
  });
  return words.length > 0 && nodes.length === words.length ? nodes : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
