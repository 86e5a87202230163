import { createCallbacks } from "./callbacks.ts";
import { createVirtualClock } from "./clock.ts";
import { createEvents } from "./events.ts";
import { createFiles } from "./files.ts";
import { createLimits, type LimitOptions } from "./limits.ts";
import { createMessages } from "./messages.ts";
import { createPersons } from "./persons.ts";
import { createProfile } from "./profile.ts";
import { createUpdates } from "./updates.ts";
import type { User } from "./wire.ts";

export type WorldOptions = {
  token: string;
  username: string;
  name: string;
  limits: LimitOptions | false;
  callbackLifetimeMs: number;
  allowLoopbackLinks: boolean;
  /** Webhook URLs as in Telegram's cloud: HTTPS, four ports, no reserved addresses. */
  strict: boolean;
  pollingQuirks: boolean;
  warn: (problem: string) => void;
};

/** Everything that exists in this Telegram, around one bot. */
export const createWorld = (options: WorldOptions) => {
  const clock = createVirtualClock();
  const events = createEvents();
  const botId = Number(options.token.split(":")[0]);
  const bot: User = { id: botId, is_bot: true, first_name: options.name, username: options.username };
  return {
    options,
    clock,
    events,
    bot,
    persons: createPersons(),
    messages: createMessages({ clock, events }),
    updates: createUpdates({ clock }),
    callbacks: createCallbacks({ clock, events, lifetime: options.callbackLifetimeMs }),
    files: createFiles({ botId }),
    limits: createLimits({ clock, options: options.limits }),
    profile: createProfile({ name: options.name }),
  };
};

export type World = ReturnType<typeof createWorld>;
