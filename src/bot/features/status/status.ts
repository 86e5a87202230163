import { CardApiError } from "../../../cryptocardy/errors.ts";
import type { BotContext } from "../../context.ts";
import type { BotDeps } from "../../deps.ts";
import type { Feature } from "../../feature.ts";
import { answer, show } from "../../screen.ts";
import { onWallet, userOf } from "../../wallet.ts";
import { type Reachability, type Renewed, type StatusFacts, statusScreen } from "./view.ts";

/** Every renewal leaves an address behind that works for an hour or two: they should not pile up. */
const RENEWED_EVERY_MS = 15 * 60_000;

/** Tells people whether it works, so that nobody has to guess; and renews the way on which news comes. */
export function createStatusFeature({ accounts, backlog, connection, store, clock, log }: BotDeps): Feature {
  async function status(ctx: BotContext, renewed?: Renewed) {
    await show(ctx, statusScreen(ctx.t, await gather(ctx, renewed)));
  }

  async function gather(ctx: BotContext, renewed: Renewed | undefined): Promise<StatusFacts> {
    const [wallet, waiting] = await Promise.all([accounts.active(userOf(ctx)), backlog()]);
    if (!wallet) return { waiting };
    const { id, name } = wallet;
    const [state, api] = await Promise.all([connection.state(userOf(ctx), id), reach(userOf(ctx), id)]);
    return {
      waiting,
      wallet: { id, name, connection: state ?? { mode: "polling" }, api, ...(renewed && { renewed }) },
    };
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
      switch (error.kind) {
        case "unauthorized":
          return { kind: "refused" };
        case "rate-limited":
          return { kind: "busy" };
        default:
          return { kind: "down" };
      }
    }
  }

  /** A new address and secret for the wallet that the button names, then how things are. */
  async function renew(ctx: BotContext, walletId: string) {
    const userId = userOf(ctx);
    const mode = (await connection.state(userId, walletId))?.mode ?? "polling";
    if (mode === "polling") return status(ctx);
    if (!(await store.once(`renew:${userId}:${walletId}`, RENEWED_EVERY_MS))) {
      const minutes = RENEWED_EVERY_MS / 60_000;
      return answer(ctx, { text: ctx.t.plain("status-renewed-lately", { minutes }), alert: true });
    }
    const outcome = await accounts.rotateHook(userId, walletId);
    await status(ctx, outcome === "live" ? "done" : "later");
  }

  return {
    acts: {
      "status.open": (ctx) => status(ctx),
      "status.renew": onWallet((ctx, { wallet }) => renew(ctx, wallet)),
    },
    commands: { status: { description: "status-command", act: { name: "status.open" } } },
  };
}
