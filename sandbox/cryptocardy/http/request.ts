import type { Json, Wallet } from "../types.ts";

/** A request after everything common was checked. */
export type Request = {
  method: string;
  /** Named parts of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: Json;
  requestId: string;
  /** The wallet of the seed; only `GET /` goes without. */
  wallet: Wallet;
};

export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

type Handler = (request: Request) => Answer | Promise<Answer>;

export type Route = { method: string; path: string; handler: Handler; budget?: "create" | "details"; open?: true };

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
