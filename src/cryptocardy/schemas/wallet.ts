import { createSecret } from "../../lib/secret.ts";
import type { Deposit, DepositAddresses, OpenedWallet, WalletBalance } from "../types.ts";
import { apiObject, defined, moment, money, number, optional, text, textRecord } from "./primitives.ts";

// What is not there is nothing; what is there must be an amount.
const statistic = money.nullish().transform((cents) => cents ?? 0);

export const walletSchema = apiObject({
  balance: money,
  currency: text.catch("USD"),
  pending_deposits: statistic,
  total_deposited: statistic,
  total_spent: statistic,
  cards_active: number.catch(0),
  cards_total_balance: statistic,
}).transform(
  (wallet): WalletBalance => ({
    balance: wallet.balance,
    currency: wallet.currency,
    pendingDeposits: wallet.pending_deposits,
    totalDeposited: wallet.total_deposited,
    totalSpent: wallet.total_spent,
    cardsActive: wallet.cards_active,
    cardsTotalBalance: wallet.cards_total_balance,
  }),
);

export const addressesSchema = apiObject({
  addresses: textRecord,
  networks: textRecord.catch({}),
  min_deposit: textRecord.catch({}),
}).transform(
  ({ addresses, networks, min_deposit }): DepositAddresses => ({ addresses, networks, minDeposit: min_deposit }),
);

export const depositSchema = apiObject({
  id: text,
  currency: text,
  amount_crypto: optional(text),
  amount_usd: optional(money),
  fee_usd: optional(money),
  credited_usd: optional(money),
  status: text,
  tx_hash: optional(text),
  confirmations: optional(number),
  created_at: moment,
  confirmed_at: optional(moment),
}).transform(
  (deposit): Deposit =>
    defined({
      id: deposit.id,
      currency: deposit.currency,
      amountCrypto: deposit.amount_crypto,
      amountUsd: deposit.amount_usd,
      feeUsd: deposit.fee_usd,
      creditedUsd: deposit.credited_usd,
      status: deposit.status,
      txHash: deposit.tx_hash,
      confirmations: deposit.confirmations,
      createdAt: deposit.created_at,
      confirmedAt: deposit.confirmed_at,
    }),
);

const previewSchema = apiObject({ state: optional(text), network: optional(text), card_number: optional(text) });

export const openedWalletSchema = apiObject({
  seed: text,
  wallet: apiObject({ asset: text, address: text }),
  card: optional(previewSchema),
  created_at: optional(moment),
}).transform(
  ({ seed, wallet, card, created_at }): OpenedWallet =>
    defined({
      seed: createSecret(seed),
      asset: wallet.asset,
      address: wallet.address,
      network: card?.network,
      preview: card && defined({ state: card.state, last4: card.card_number?.replace(/\D/g, "").slice(-4) }),
      createdAt: created_at,
    }),
);
