import { Counter, Gauge, Histogram, Registry } from "prom-client";

const SECONDS_TO_A_CHAT = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300];
const SECONDS_OF_A_CALL = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/**
 * Everything we count, by name. Labels are words from a closed set (event types, reasons, statuses, lanes):
 * never an id, a token or a name, so that `/metrics` may be read by anybody.
 */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });

  const received = counter("cryptocardy_events_received_total", "Events accepted, by type", ["type"]);
  const refused = counter("cryptocardy_events_refused_total", "Hook requests refused, by reason", ["reason"]);
  const unknown = counter("cryptocardy_events_unknown_total", "Acknowledged events of types we do not know", []);
  const delivered = counter("notices_delivered_total", "Pushes by what became of them", ["notice", "outcome"]);
  const latency = new Histogram({
    name: "notices_latency_seconds",
    help: "From the receipt of an event to its delivery in the chat",
    labelNames: ["notice"],
    buckets: SECONDS_TO_A_CHAT,
    registers,
  });
  const calls = counter("cryptocardy_calls_total", "Calls to the API, by method and status", ["method", "status"]);
  const callTime = new Histogram({
    name: "cryptocardy_call_seconds",
    help: "Duration of calls to the API",
    labelNames: ["method"],
    buckets: SECONDS_OF_A_CALL,
    registers,
  });
  const updates = counter("telegram_updates_total", "Telegram updates by outcome", ["outcome"]);
  const depth = new Gauge({ name: "queue_jobs", help: "Jobs in the queues", labelNames: ["lane", "state"], registers });
  const swept = counter("sweeps_total", "Sweeps of wallets, by kind and outcome", ["kind", "outcome"]);

  const readDepths = async (): Promise<Record<string, Record<string, number>>> => depths().catch(() => ({}));
  let depths: () => Promise<Record<string, Record<string, number>>> = async () => ({});

  return {
    registry,
    eventReceived: (type: string) => received.inc({ type }),
    eventRefused: (reason: string) => refused.inc({ reason }),
    eventUnknown: () => unknown.inc(),

    /** `latencyMs`: from the receipt of the event; absent when nothing reached the chat. */
    noticeDelivered(notice: string, outcome: string, latencyMs?: number) {
      delivered.inc({ notice, outcome });
      if (latencyMs !== undefined) latency.observe({ notice }, Math.max(0, latencyMs) / 1000);
    },

    /** `status`: the HTTP status, or a word when there was none (`timeout`, `refused`). */
    apiCalled(call: { method: string; status: number | string; ms: number }) {
      calls.inc({ method: call.method, status: String(call.status) });
      callTime.observe({ method: call.method }, call.ms / 1000);
    },

    updateHandled: (outcome: "done" | "failed" | "repeated") => updates.inc({ outcome }),
    swept: (kind: string, outcome: "done" | "failed") => swept.inc({ kind, outcome }),

    /** Sets the queue gauges before each scrape: `{codes: {waiting: 0, …}, …}`. */
    watchDepths(read: () => Promise<Record<string, Record<string, number>>>) {
      depths = read;
    },

    /** The text for a scrape. */
    async text(): Promise<string> {
      for (const [lane, states] of Object.entries(await readDepths())) {
        for (const [state, count] of Object.entries(states)) depth.set({ lane, state }, count);
      }
      return registry.metrics();
    },
  };
}
