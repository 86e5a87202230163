import type { Bin } from "./catalogue.ts";
import { dollars } from "./money.ts";
import type { Card, Challenge, Deposit, Json, Transaction, Wallet, Webhook } from "./types.ts";
import type { Variants } from "./variants.ts";

/** How objects look on the wire. Fields that have no value are left out. */
export function createWire(variants: Variants) {
  function time(moment: number): string | number {
    const seconds = new Date(moment).toISOString().slice(0, 19);
    switch (variants.times) {
      case "z":
        return `${seconds}Z`;
      case "offset":
        return `${seconds}+00:00`;
      case "epoch-seconds":
        return Math.floor(moment / 1000);
      case "epoch-ms":
        return moment;
    }
  }

  function listedCard(card: Card): Json {
    return {
      id: card.id,
      bin_id: card.binId,
      network: card.network,
      last4: card.pan.slice(-4),
      status: card.status,
      balance: dollars(card.balance),
      ...(card.label !== undefined && { label: card.label }),
      created_at: time(card.createdAt),
    };
  }

  function card(card: Card): Json {
    const { created_at, ...head } = listedCard(card);
    return {
      ...head,
      ...(card.spendingLimit !== undefined && { spending_limit: dollars(card.spendingLimit) }),
      total_spent: dollars(card.spent),
      transaction_count: card.transactionCount,
      ...(variants.toldSettings && card.allowedCategories.length > 0 && { allowed_categories: card.allowedCategories }),
      ...(variants.toldSettings && card.autoFreezeAt !== undefined && { auto_freeze_at: dollars(card.autoFreezeAt) }),
      metadata: card.metadata,
      created_at,
      expires_at: time(card.expiresAt),
      ...(card.lastUsedAt !== undefined && { last_used_at: time(card.lastUsedAt) }),
    };
  }

  function details(card: Card): Json {
    const expires = new Date(card.expiresAt);
    return {
      id: card.id,
      pan: card.pan,
      cvv: card.cvv,
      exp_month: expires.getUTCMonth() + 1,
      exp_year: expires.getUTCFullYear(),
      holder_name: "ANONYMOUS",
      billing_address: {
        line1: "123 Privacy Street",
        city: "Wilmington",
        state: "DE",
        zip: "19801",
        country: "US",
      },
    };
  }

  function listedTransaction(transaction: Transaction): Json {
    return {
      id: transaction.id,
      card_id: transaction.cardId,
      type: transaction.type,
      amount: dollars(transaction.amount),
      currency: "USD",
      merchant: transaction.merchant,
      balance_after: dollars(transaction.balanceAfter),
      ...(transaction.declineReason !== undefined && { decline_reason: transaction.declineReason }),
      ...(transaction.authorizationId !== undefined && { authorization_id: transaction.authorizationId }),
      ...(transaction.originalId !== undefined &&
        variants.linkedRefunds && { original_transaction_id: transaction.originalId }),
      created_at: time(transaction.createdAt),
    };
  }

  function transaction(transaction: Transaction): Json {
    const { status, challengeId } = transaction.threeDs;
    return {
      ...listedTransaction(transaction),
      status: transaction.status,
      three_ds: { status, ...(challengeId !== undefined && { challenge_id: challengeId }) },
      timeline: transaction.timeline.map((step) => ({ status: step.status, at: time(step.at) })),
    };
  }

  function challenge(challenge: Challenge): Json {
    return {
      id: challenge.id,
      card_id: challenge.cardId,
      merchant: challenge.purchase.merchant.name,
      amount: dollars(challenge.purchase.amount),
      otp: challenge.otp,
      status: challenge.status,
      expires_at: time(challenge.expiresAt),
      created_at: time(challenge.createdAt),
    };
  }

  function deposit(deposit: Deposit): Json {
    return {
      id: deposit.id,
      currency: deposit.currency,
      amount_crypto: deposit.amountCrypto,
      amount_usd: dollars(deposit.amountUsd),
      fee_usd: dollars(deposit.feeUsd),
      credited_usd: deposit.status === "confirmed" ? dollars(deposit.amountUsd - deposit.feeUsd) : 0,
      status: deposit.status,
      tx_hash: deposit.txHash,
      confirmations: deposit.confirmations,
      created_at: time(deposit.createdAt),
      ...(deposit.confirmedAt !== undefined && { confirmed_at: time(deposit.confirmedAt) }),
    };
  }

  function balance(wallet: Wallet): Json {
    const pending = wallet.deposits.filter((deposit) => deposit.status === "pending");
    const sum = (list: number[]) => list.reduce((total, cents) => total + cents, 0);
    const purchases = sum(wallet.cards.map((card) => card.spent - card.refunded));
    return {
      balance: dollars(wallet.balance),
      currency: "USD",
      pending_deposits: dollars(sum(pending.map((deposit) => deposit.amountUsd))),
      total_deposited: dollars(wallet.deposited),
      total_spent: dollars(variants.walletSpent === "left-wallet" ? wallet.moved : purchases),
      cards_active: wallet.cards.filter((card) => card.status === "active").length,
      cards_total_balance: dollars(sum(wallet.cards.map((card) => card.balance))),
    };
  }

  function bin(bin: Bin): Json {
    return {
      id: bin.id,
      network: bin.network,
      type: bin.type,
      issuer_country: bin.issuerCountry,
      "3ds": bin.threeDs,
      apple_pay: bin.applePay,
      google_pay: bin.googlePay,
      max_transaction: dollars(bin.maxTransaction),
      max_monthly: dollars(bin.maxMonthly),
      acceptance_rate: bin.acceptanceRate,
      best_for: bin.bestFor,
    };
  }

  function webhook(webhook: Webhook): Json {
    return {
      id: webhook.id,
      url: webhook.url,
      events: webhook.events,
      active: webhook.active,
      created_at: time(webhook.createdAt),
    };
  }

  return { time, listedCard, card, details, listedTransaction, transaction, challenge, deposit, balance, bin, webhook };
}

export type Wire = ReturnType<typeof createWire>;

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The same answer with camelCase names; what a person put into `metadata` stays as it is. */
export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [camel(name), name === "metadata" ? inner : camelCased(inner)]),
  );
}
