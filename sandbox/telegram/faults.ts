import type { VirtualClock } from "./clock.ts";
import type { Queued } from "./updates.ts";

/**
 * `method` is a name or "*" (all but getUpdates); without `chat` any chat fits. Used up after `times` (1 by default), or,
 * with `forMs` in its place, when that much virtual time has passed.
 */
export type CallFault = { method: string; chat?: number; times?: number; forMs?: number } & (
  | { kind: "error"; code: number; description?: string; retryAfter?: number }
  | { kind: "delay"; ms: number }
  /** Nothing is applied, the connection is cut. */
  | { kind: "drop-before" }
  /** Applied, then the connection is cut: the caller cannot know. */
  | { kind: "drop-after" }
);

/**
 * What can go wrong with updates. `duplicate`: handed over twice at once. `redeliver`: handed over again although it was
 * confirmed. `reorder`: users change places in one batch (a user's own order stays). `webhook-status`: the webhook's answer
 * is lost and counts as this status; with `reached: false` the bot does not even get the request.
 */
type UpdateFault =
  | { kind: "duplicate" | "redeliver" | "reorder"; times?: number; forMs?: number }
  | { kind: "webhook-status"; status: number; reached?: boolean; times?: number; forMs?: number };

export type Fault = CallFault | UpdateFault;
type Armed = { fault: Fault; left: number; until: number };

const isCallFault = (fault: Fault): fault is CallFault => "method" in fault;

/** Faults that wait for their occasion; each is used up after `times`. */
export const createFaults = ({ clock }: { clock: VirtualClock }) => {
  let armed: Armed[] = [];

  const use = (fits: (fault: Fault) => boolean): Fault | undefined => {
    armed = armed.filter((one) => one.left > 0 && one.until > clock.now());
    const found = armed.find((one) => fits(one.fault));
    if (!found) return undefined;
    found.left -= 1;
    return found.fault;
  };

  return {
    add: (fault: Fault) => {
      const forever = Number.POSITIVE_INFINITY;
      const until = fault.forMs === undefined ? forever : clock.now() + fault.forMs;
      armed.push({ fault, until, left: fault.times ?? (fault.forMs === undefined ? 1 : forever) });
    },
    clear: () => {
      armed = [];
    },
    list: (): Fault[] => armed.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
    /** The fault meant for this call, if any; method names are compared without case. */
    forCall: (method: string, chat: number): CallFault | undefined => {
      const fault = use((one) => {
        if (!isCallFault(one)) return false;
        const named = one.method === "*" ? method !== "getUpdates" : one.method.toLowerCase() === method.toLowerCase();
        return named && (one.chat === undefined || one.chat === chat);
      });
      return fault && isCallFault(fault) ? fault : undefined;
    },
    webhookStatus: () => {
      const fault = use((one) => one.kind === "webhook-status");
      return fault?.kind === "webhook-status" ? { status: fault.status, reached: fault.reached ?? true } : undefined;
    },
    duplicate: () => use((one) => one.kind === "duplicate") !== undefined,
    redeliver: () => use((one) => one.kind === "redeliver") !== undefined,
    keepConfirmed: (_: Queued) => use((one) => one.kind === "redeliver") !== undefined,
    /** A batch for getUpdates with doubles and users out of order, when such faults wait. */
    batch: (queued: Queued[]): Queued[] => {
      let out = queued;
      const users = [...new Set(queued.map((one) => one.queue))];
      if (users.length > 1 && use((one) => one.kind === "reorder")) {
        out = users.toReversed().flatMap((user) => queued.filter((one) => one.queue === user));
      }
      return out.flatMap((one) => (use((fault) => fault.kind === "duplicate") ? [one, one] : [one]));
    },
  };
};

export type Faults = ReturnType<typeof createFaults>;
export type DeliveryFaults = Pick<Faults, "batch" | "keepConfirmed">;
