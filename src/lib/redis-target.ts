import type { Secret } from "./secret.ts";

type Node = { host: string; port: number };
/** What a server behind Sentinel or a Cluster asks for; with a single server it is part of the address. */
type Access = { username?: string; password?: Secret; db?: number; tls: boolean };

/** Which Redis to use. Addresses hold passwords, so they are secrets. */
export type RedisTarget =
  | { kind: "single"; url: Secret }
  | ({ kind: "sentinel"; name: string; sentinels: Node[] } & Access)
  | ({ kind: "cluster"; nodes: Node[] } & Access);
