import { CardApiError } from "../../../cryptocardy/errors.ts";
import { isOver } from "../../../cryptocardy/threeds.ts";
import type { Challenge } from "../../../cryptocardy/types.ts";
import { cardTitle } from "../../card-words.ts";
import type { BotDeps } from "../../deps.ts";
import type { LiveCode } from "./view.ts";

/** Finds codes that can still be typed in. Codes are asked for ahead of everything else. */
export function createLiveCodes({ accounts, store, clock }: Pick<BotDeps, "accounts" | "store" | "clock">) {
  const isLive = (challenge: Challenge): boolean => !isOver(challenge) && challenge.expiresAt > clock.now();

  async function cardName(userId: number, walletId: string, cardId: string): Promise<string> {
    const known = await store.directory.get(userId, walletId, cardId);
    if (known) return cardTitle(known);
    try {
      const client = await accounts.client(userId, walletId, "code");
      return cardTitle(await client.cards.get(cardId));
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      return "·…";
    }
  }

  async function ofWallet(userId: number, wallet: string): Promise<LiveCode[]> {
    const client = await accounts.freshClient(userId, wallet, "code");
    const challenges = (await client.threeds.list({ status: "pending" })).filter(isLive);
    return Promise.all(challenges.map((challenge) => named(userId, wallet, challenge)));
  }

  const named = async (userId: number, wallet: string, challenge: Challenge): Promise<LiveCode> => ({
    wallet,
    challenge,
    card: await cardName(userId, wallet, challenge.cardId),
  });

  return {
    cardName,

    /** Of all wallets, the one that ends first in front. A wallet that cannot be asked hides nothing of the others. */
    async all(userId: number, wallets: string[]): Promise<LiveCode[]> {
      const asked = await Promise.allSettled(wallets.map((wallet) => ofWallet(userId, wallet)));
      const codes = asked.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
      const failed = asked.find((result) => result.status === "rejected");
      if (codes.length === 0 && failed) throw failed.reason;
      return codes.sort((a, b) => a.challenge.expiresAt - b.challenge.expiresAt);
    },

    /** Undefined when it is over. */
    async one(userId: number, wallet: string, id: string): Promise<LiveCode | undefined> {
      const client = await accounts.freshClient(userId, wallet, "code");
      const challenge = await client.threeds.get(id);
      return isLive(challenge) ? named(userId, wallet, challenge) : undefined;
    },
  };
}
