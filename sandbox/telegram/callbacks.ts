import { randomInt } from "node:crypto";
import type { VirtualClock } from "./clock.ts";
import type { Events } from "./events.ts";
import { badRequest } from "./failure.ts";

export type Answer = { text?: string; alert: boolean; url?: string; expired?: true };

const stale = () => badRequest("Query is too old and response timeout expired or query ID is invalid");

/** The callback queries a bot may still answer. Telegram does not say how long: `lifetime` (ms) is a guess. */
export const createCallbacks = ({
  clock,
  events,
  lifetime,
}: {
  clock: VirtualClock;
  events: Events;
  lifetime: number;
}) => {
  const open = new Map<string, { person: number; giveUp: () => void }>();

  return {
    create: (person: number): string => {
      const id = `${person}${String(randomInt(1, 2 ** 47)).padStart(15, "0")}`.slice(-19).replace(/^0+/, "");
      const giveUp = clock.after(lifetime, () => {
        open.delete(id);
        events.emit({ person, kind: "answered", callbackId: id, alert: false, expired: true });
      });
      open.set(id, { person, giveUp });
      return id;
    },
    /** Answers once; a second answer, a late one and an unknown id are refused alike. */
    answer: (id: string, answer: Answer): void => {
      const query = open.get(id);
      if (!query) throw stale();
      query.giveUp();
      open.delete(id);
      events.emit({ person: query.person, kind: "answered", callbackId: id, ...answer });
    },
    clear: () => {
      for (const query of open.values()) query.giveUp();
      open.clear();
    },
  };
};

export type Callbacks = ReturnType<typeof createCallbacks>;
