import { CardApiError } from "../cryptocardy/errors.ts";
import type { Cents } from "../lib/money.ts";
import { fail, type Outcome, succeed } from "../lib/outcome.ts";
import { createSecret, type Secret } from "../lib/secret.ts";
import type { Store } from "../store/store.ts";
import type { Admission } from "./admission.ts";
import { seedForm, seedReadings } from "./seed-form.ts";
import { AccountError, type ImportedWallet, type ImportFailure, MAX_WALLETS } from "./types.ts";
import type { WalletSafe } from "./wallet-safe.ts";

type Deps = {
  store: Pick<Store, "people">;
  safe: WalletSafe;
  admission: Pick<Admission, "imports"> | undefined;
  /** The balance of the wallet that a seed opens. Throws `CardApiError`. */
  balanceOf(seed: Secret): Promise<Cents>;
};

/** Connects a wallet by its seed: the provider is asked whether it is one before anything is kept. */
export function createSeedImport({ store, safe, admission, balanceOf }: Deps) {
  return async (userId: number, typed: Secret, name?: string): Promise<Outcome<ImportedWallet, ImportFailure>> => {
    const readings = seedReadings(typed.reveal().trim()).map(createSecret);
    for (const reading of readings) {
      const { own } = await safe.holders(userId, reading);
      if (own) return fail({ kind: "already", walletId: own });
    }
    if (readings.length === 0) return fail({ kind: "invalid" });
    const allowed = await admission?.imports(userId);
    if (allowed && !allowed.ok) return fail({ kind: "slow-down", retryAfterMs: allowed.retryAfterMs });
    if (((await store.people.get(userId))?.wallets.length ?? 0) >= MAX_WALLETS) return fail({ kind: "full" });
    try {
      const opened = await firstThatOpens(readings);
      if (!opened) return fail({ kind: "invalid" });
      const { seed, balance } = opened;
      const { shared } = await safe.holders(userId, seed);
      const walletId = await safe.keep(userId, seed, { seedSaved: true, ...(name && { name }) });
      if (!walletId) return fail({ kind: "already", walletId: (await safe.holders(userId, seed)).own ?? "" });
      return succeed({ walletId, balance, unusual: seedForm(seed.reveal()) === "unusual", shared });
    } catch (error) {
      if (error instanceof AccountError) return fail({ kind: "full" });
      if (!(error instanceof CardApiError)) throw error;
      return fail({ kind: "unreachable", error });
    }
  };

  async function firstThatOpens(readings: Secret[]): Promise<{ seed: Secret; balance: Cents } | undefined> {
    for (const seed of readings) {
      try {
        return { seed, balance: await balanceOf(seed) };
      } catch (error) {
        const refused = error instanceof CardApiError && (error.kind === "unauthorized" || error.kind === "rejected");
        if (!refused) throw error;
      }
    }
    return undefined;
  }
}
