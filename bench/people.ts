import { createHash, randomBytes } from "node:crypto";
import { hashOfSeed } from "../src/cryptocardy/request.ts";
import { createSecret } from "../src/lib/secret.ts";
import { connectRedis } from "../src/store/connect.ts";
import { createStore } from "../src/store/store.ts";
import { createKeyring, sealSeed } from "../src/vault/index.ts";

/** Somebody with one wallet, a few cards and a live webhook, as they stand in Redis after a while of use. */
export type Somebody = {
  userId: number;
  walletId: string;
  cardIds: string[];
  seed: string;
  token: string;
  secret: string;
};

const CARDS = Array.from({ length: 10 }, (_, index) => index);
const CARD = { last4: "2039", network: "visa", label: "Ads" };
const KEY = { id: "bench", key: createSecret(Buffer.alloc(32, 7).toString("base64")) };
export const ENCRYPTION_KEYS = `${KEY.id}:${KEY.key.reveal()}`;

/** The program's own store on a Redis, to write people with. */
export function openStore(redisUrl: string) {
  const redis = connectRedis(redisUrl);
  const keyring = createKeyring([KEY]);
  const store = createStore({ redis, keyring, clock: { now: Date.now } });

  return {
    redis,

    /** The same person for the same number, but for the random parts. */
    async seed(number: number): Promise<Somebody> {
      const userId = 7_000_000_000 + number;
      const walletId = createHash("sha256").update(String(number)).digest("hex").slice(0, 5);
      const seed = randomBytes(8)
        .toString("hex")
        .replace(/(.{4})(?=.)/g, "$1-");
      const token = randomBytes(18).toString("base64url");
      const secret = randomBytes(32).toString("hex");
      const sealed = sealSeed(keyring, userId, walletId, createSecret(seed));
      const hook = {
        token,
        webhookId: `wh_${randomBytes(4).toString("hex")}`,
        createdAt: Date.now(),
        state: "live" as const,
      };
      const opened = { asset: "usdt", address: `0x${randomBytes(20).toString("hex")}`, network: "ethereum" };
      const wallet = { id: walletId, name: "#1", sealed, seedSaved: true, opened, hook };
      const somebody = {
        userId,
        walletId,
        cardIds: CARDS.map((card) => `card_${number}_${card}`),
        seed,
        token,
        secret,
      };
      await Promise.all([
        store.people.update(userId, () => ({
          id: userId,
          locale: "en" as const,
          createdAt: Date.now(),
          activeWallet: walletId,
          wallets: [wallet],
          settings: {},
        })),
        store.hooks.put(token, { userId, walletId, secrets: [createSecret(secret)], header: "x-signature" }),
      ]);
      return somebody;
    },

    /** By which the same seed is found again when it is sent in a second time. */
    indexSeed: ({ userId, walletId, seed }: Somebody): Promise<void> =>
      store.seeds.add(createSecret(seed), { userId, walletId }),

    /** What the chat knows of their cards. */
    nameCards: ({ userId, walletId, cardIds }: Somebody): Promise<void> =>
      store.directory.remember(userId, walletId, Object.fromEntries(cardIds.map((id) => [id, CARD]))),

    /** CryptoCardy allows some ten calls a second, and the program keeps to it; here its counters begin far below zero. */
    async liftBudget(everybody: readonly Somebody[]): Promise<void> {
      const seeds = everybody.map(({ seed }) => `seed-m:${hashOfSeed(createSecret(seed))}`);
      for (const counter of ["all-m:all", "all-h:all", ...seeds]) {
        await redis.set(`limit:${counter}`, -1_000_000_000, "EX", 3_600);
      }
    },

    close: (): void => redis.disconnect(),
  };
}
