import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { show } from "../../screen.ts";
import { userOf } from "../../wallet.ts";
import { type Reachability, type StatusFacts, statusScreen } from "./view.ts";

/** Tells people whether it works, so that nobody has to guess. */
export function createStatusFeature({ accounts, connection, clock, log }: BotDeps): Feature {
  async function status(ctx: BotContext) {
    await show(ctx, statusScreen(ctx.t, await gather(ctx)));
  }

  async function gather(ctx: BotContext): Promise<StatusFacts> {
    const wallet = await accounts.active(userOf(ctx));
    if (!wallet) return {};
    const { id, name } = wallet;
    const [state, api] = await Promise.all([connection.state(userOf(ctx), id), reach(userOf(ctx), id)]);
    return { wallet: { id, name, connection: state ?? { mode: "polling" }, api } };
  }

  async function reach(userId: number, walletId: string): Promise<Reachability> {
    const started = clock.now();
    try {
      const client = await accounts.freshClient(userId, walletId);
      await client.wallet.balance();
      return { kind: "up", ms: clock.now() - started };
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      log.info({ kind: error.kind, requestId: error.requestId }, "status: the provider did not answer as it should");
      return error.kind === "unauthorized" ? { kind: "refused" } : { kind: "down" };
    }
  }

  return {
    acts: { "status.open": status },
    commands: { status: { description: "status-command", run: status } },
  };
}
