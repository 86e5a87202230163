import { assets, type Bin } from "./catalogue.ts";
import { cardId, newAddress, newCvv, newPan, newSeed } from "./ids.ts";
import type { Card, CardStatus, Challenge, Deposit, Transaction, Wallet, Webhook } from "./types.ts";

const threeYears = 3 * 365 * 86_400_000;
const fewCards = 10;

/** Everything the sandbox remembers: wallets by seed, and what they own inside them. */
export function createWorld() {
  const wallets = new Map<string, Wallet>();
  const cardsByPan = new Map<string, { wallet: Wallet; card: Card }>();

  function find<T>(list: (wallet: Wallet) => T[], is: (item: T) => boolean): { wallet: Wallet; item: T } | undefined {
    for (const wallet of wallets.values()) {
      const item = list(wallet).find(is);
      if (item) return { wallet, item };
    }
    return undefined;
  }

  return {
    wallets,

    addWallet(now: number, given = newSeed()): Wallet {
      const seed = given.trim().toLowerCase();
      const known = wallets.get(seed);
      if (known) return known;
      const evm = newAddress("ethereum");
      const sol = newAddress("solana");
      const address = { bitcoin: newAddress("bitcoin"), ethereum: evm, solana: sol, monero: newAddress("monero") };
      const wallet: Wallet = {
        seed,
        balance: 0,
        deposited: 0,
        moved: 0,
        addresses: Object.fromEntries(assets.map((asset) => [asset.name, address[asset.chain]])),
        cards: [],
        transactions: [],
        challenges: [],
        deposits: [],
        webhooks: [],
        createdAt: now,
      };
      wallets.set(seed, wallet);
      return wallet;
    },

    /** A card without money. */
    addCard(wallet: Wallet, bin: Bin, now: number, status: CardStatus, label?: string): Card {
      // Whoever has a few cards only tells them apart by their last digits.
      const ends = wallet.cards.length < fewCards ? wallet.cards.map((card) => card.pan.slice(-4)) : [];
      let pan = newPan(bin.id);
      while (cardsByPan.has(pan) || ends.includes(pan.slice(-4))) pan = newPan(bin.id);
      const card: Card = {
        id: cardId(),
        binId: bin.id,
        network: bin.network,
        pan,
        cvv: newCvv(),
        status,
        balance: 0,
        loaded: 0,
        unloaded: 0,
        spent: 0,
        refunded: 0,
        transactionCount: 0,
        ...(label !== undefined && { label }),
        allowedCategories: [],
        metadata: {},
        createdAt: now,
        expiresAt: endOfDay(now + threeYears),
      };
      wallet.cards.push(card);
      cardsByPan.set(pan, { wallet, card });
      return card;
    },

    cardByPan: (pan: string) => cardsByPan.get(pan.replace(/\D/g, "")),
    walletByAddress: (address: string) =>
      [...wallets.values()].find((wallet) => Object.values(wallet.addresses).includes(address)),
    transaction: (id: string) =>
      find<Transaction>(
        (wallet) => wallet.transactions,
        (transaction) => transaction.id === id,
      ),
    challenge: (id: string) =>
      find<Challenge>(
        (wallet) => wallet.challenges,
        (challenge) => challenge.id === id,
      ),
    deposit: (id: string) =>
      find<Deposit>(
        (wallet) => wallet.deposits,
        (deposit) => deposit.id === id,
      ),
    webhook: (id: string) =>
      find<Webhook>(
        (wallet) => wallet.webhooks,
        (webhook) => webhook.id === id,
      ),
  };
}

export type World = ReturnType<typeof createWorld>;

const endOfDay = (moment: number) => Math.floor(moment / 86_400_000) * 86_400_000 + 86_399_000;
