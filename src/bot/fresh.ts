import type { Accounts } from "../accounts/accounts.ts";
import type { Act } from "../notifications/outgoing.ts";
import type { ActHandler } from "./feature.ts";

const FRESH = "fresh";

/** What a Refresh button asks for: the same act, but nothing that was read a moment ago will do. */
export const freshly = (act: Act): Act => ({ ...act, arg: act.arg ? `${act.arg}.${FRESH}` : FRESH });

/** Lets a screen have a Refresh: when that was pressed, what is remembered of the wallet is forgotten first. */
export const withRefresh =
  (accounts: Pick<Accounts, "invalidate">, handler: ActHandler): ActHandler =>
  (ctx, { arg, ...act }) => {
    const parts = (arg ?? "").split(".");
    if (parts.at(-1) !== FRESH) return handler(ctx, { ...act, ...(arg && { arg }) });
    if (act.wallet) accounts.invalidate(act.wallet);
    const rest = parts.slice(0, -1).join(".");
    return handler(ctx, { ...act, ...(rest && { arg: rest }) });
  };
