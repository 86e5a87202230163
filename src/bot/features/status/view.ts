import type { Translator } from "../../../i18n.ts";
import type { ConnectionState } from "../../../notifications/connection.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** Whether the API answered just now, and after how many milliseconds. `busy`: the budget has no place for asking. */
export type Reachability = { kind: "up"; ms: number } | { kind: "busy" } | { kind: "refused" } | { kind: "down" };

/** What became of renewing the connection: registered, or not yet for certain. */
export type Renewed = "done" | "later";

/** `waiting`: messages to all people, and how long one more would wait (ms). Absent wallet: none is connected yet. */
export type StatusFacts = {
  waiting: { messages: number; waitMs: number };
  wallet?: { id: string; name: string; connection: ConnectionState; api: Reachability; renewed?: Renewed };
};

/** Whether the parts that a person depends on work at this moment. */
export function statusScreen(t: Translator, { waiting, wallet }: StatusFacts): Screen {
  const last = homeRow(t, { name: "status.open" });
  if (!wallet) {
    return {
      text: [t.html("status-title"), "", t.html("status-bot"), queue(t, waiting), t.html("status-no-wallet")].join(
        "\n",
      ),
      buttons: [last],
    };
  }
  const { id, name, connection, api, renewed } = wallet;
  return {
    text: [
      t.html("status-title"),
      "",
      t.html("status-bot"),
      queue(t, waiting),
      reachability(t, api),
      mode(t, connection),
      connection.lastEventAt === undefined
        ? t.html("status-no-event")
        : t.html("status-last-event", { when: t.time(connection.lastEventAt, "relative") }),
      ...(connection.hotUntil === undefined
        ? []
        : [t.html("status-hot", { time: t.time(connection.hotUntil, "time") })]),
      t.html("status-wallet", { name }),
      ...(renewed ? ["", t.html(renewed === "done" ? "status-renewed" : "status-renewed-later")] : []),
    ].join("\n"),
    buttons: [
      [{ text: t.plain("status-paying-now"), act: { name: "hot.start", wallet: id } }],
      connection.mode === "polling"
        ? []
        : [{ text: t.plain("status-renew"), act: { name: "status.renew", wallet: id } }],
      last,
    ],
  };
}

function queue(t: Translator, { messages, waitMs }: StatusFacts["waiting"]): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return messages === 0 && waitMs === 0 ? t.html("status-queue-empty") : t.html("status-queue", { messages, seconds });
}

function reachability(t: Translator, api: Reachability): string {
  switch (api.kind) {
    case "up":
      return t.html("status-api-up", { ms: api.ms });
    case "busy":
      return t.html("status-api-busy");
    case "refused":
      return t.html("status-seed-refused");
    case "down":
      return t.html("status-api-down");
  }
}

function mode(t: Translator, { mode }: ConnectionState): string {
  switch (mode) {
    case "live":
      return t.html("status-live");
    case "degraded":
      return t.html("status-degraded");
    case "polling":
      return t.html("status-polling");
  }
}
