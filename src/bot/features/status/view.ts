import type { Translator } from "../../../i18n.ts";
import type { ConnectionState } from "../../../notifications/connection.ts";
import { homeRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

/** Whether the API answered just now, and after how many milliseconds. */
export type Reachability = { kind: "up"; ms: number } | { kind: "refused" } | { kind: "down" };

/** Absent wallet: none is connected yet. */
export type StatusFacts = {
  wallet?: { id: string; name: string; connection: ConnectionState; api: Reachability };
};

/** Whether the parts that a person depends on work at this moment. */
export function statusScreen(t: Translator, { wallet }: StatusFacts): Screen {
  const last = homeRow(t, { name: "status.open" });
  if (!wallet) {
    return {
      text: [t.html("status-title"), "", t.html("status-bot"), t.html("status-no-wallet")].join("\n"),
      buttons: [last],
    };
  }
  const { id, name, connection, api } = wallet;
  return {
    text: [
      t.html("status-title"),
      "",
      t.html("status-bot"),
      reachability(t, api),
      mode(t, connection),
      connection.lastEventAt === undefined
        ? t.html("status-no-event")
        : t.html("status-last-event", { when: t.time(connection.lastEventAt, "relative") }),
      ...(connection.hotUntil === undefined
        ? []
        : [t.html("status-hot", { time: t.time(connection.hotUntil, "time") })]),
      t.html("status-wallet", { name }),
    ].join("\n"),
    buttons: [[{ text: t.plain("status-paying-now"), act: { name: "hot.start", wallet: id } }], last],
  };
}

function reachability(t: Translator, api: Reachability): string {
  switch (api.kind) {
    case "up":
      return t.html("status-api-up", { ms: api.ms });
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
