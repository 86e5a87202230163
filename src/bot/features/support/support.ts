import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { show } from "../../screen.ts";
import { createTroubles, troubleOf } from "../../troubles.ts";
import { userOf } from "../../wallet.ts";
import { supportScreen } from "./view.ts";

/** How to reach somebody, with what they will ask for: the last request that failed, and when. Nothing of cards. */
export function createSupportFeature({ store, clock, operations, settings }: BotDeps): Feature {
  const troubles = createTroubles({ store, clock });

  operations.onSettled(async (operation) => {
    const { state, userId } = operation;
    if (state === "failed" || state === "unknown") await troubles.note(userId, troubleOf(operation));
  });

  return {
    acts: {
      "support.open": async (ctx) =>
        show(ctx, supportScreen(ctx.t, await troubles.last(userOf(ctx)), settings.supportUrl)),
    },
    commands: { support: { description: "support-command", act: { name: "support.open" } } },
  };
}
