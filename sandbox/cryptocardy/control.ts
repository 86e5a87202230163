import { categoryOf, currencies } from "./catalogue.ts";
import type { Core } from "./core.ts";
import type { Deposits } from "./deposits.ts";
import type { Calls } from "./http/calls.ts";
import type { Faults } from "./http/faults.ts";
import type { Limits } from "./http/limits.ts";
import { objectId } from "./ids.ts";
import type { Ledger } from "./ledger.ts";
import { centsOf } from "./money.ts";
import type { Payments } from "./payments.ts";
import { snapshot } from "./snapshot.ts";
import type { Cents, Json } from "./types.ts";
import { changeVariants, type VariantChanges } from "./variants.ts";
import type { Sender } from "./webhooks/sender.ts";

/** Amounts are US dollars, as in the API. */
export type DepositRequest = {
  /** Whose wallet: its seed, or one of its addresses. */
  seed?: string;
  address?: string;
  /** `btc`, `usdt`, …, or an asset name such as `USDT-SOL`. */
  currency: string;
  usd: number;
  /** US dollars kept by the provider; 2 % unless given. */
  fee?: number;
  /** Confirmed at once instead of block by block. */
  confirm?: boolean;
  /** Never confirms by itself; expires in the end. */
  stuck?: boolean;
};

export type PurchaseRequest = {
  pan: string;
  amount: number;
  merchant: string;
  mcc?: string;
  country?: string;
  /** USD (the default), EUR or GBP: converted at a fixed rate. */
  currency?: string;
  /** Checked when given. */
  cvv?: string;
  expMonth?: number;
  /** Two or four digits. */
  expYear?: number;
  /** The issuer declines what nothing else stands against (`do_not_honor`). */
  refused?: boolean;
  /** Whether the merchant asks for 3DS; as the BIN has it unless given. */
  threeDs?: boolean;
};

type Parts = {
  core: Core;
  deposits: Deposits;
  payments: Payments;
  ledger: Ledger;
  sender: Sender;
  faults: Faults;
  limits: Limits;
  calls: Calls;
};

/** The side of the sandbox that plays chains, merchants and breakdowns. Wrong arguments throw RangeError. */
export function createControl({ core, deposits, payments, ledger, sender, faults, limits, calls }: Parts) {
  const { world, wire, timeline, variants } = core;

  function walletOf({ seed, address }: { seed?: string; address?: string }) {
    const wallet =
      seed !== undefined ? world.wallets.get(seed.trim().toLowerCase()) : world.walletByAddress(address ?? "");
    if (!wallet) throw new RangeError("unknown wallet: give its seed or one of its addresses");
    return wallet;
  }

  function transactionOf(id: string) {
    const found = world.transaction(id);
    if (!found) throw new RangeError(`unknown transaction: ${id}`);
    return found;
  }

  return {
    /** A new wallet, as `GET /` would make one but without a card. */
    addWallet: (seed?: string): { seed: string } => ({ seed: world.addWallet(timeline.now(), seed).seed }),

    /** A transfer shows up on the chain. The answer is the deposit as the API returns it. */
    deposit({ seed, address, currency, usd, fee, ...rest }: DepositRequest): Json {
      const wallet = walletOf({ ...(seed !== undefined && { seed }), ...(address !== undefined && { address }) });
      const order = { currency, amount: positive(usd, "usd"), ...rest };
      return wire.deposit(
        deposits.detect(wallet, fee === undefined ? order : { ...order, fee: Math.round(fee * 100) }),
      );
    },

    confirmDeposit: (id: string): Json => wire.deposit(deposits.confirm(id)),

    /** A merchant charges a card. */
    purchase({
      pan,
      amount,
      merchant,
      mcc = "5399",
      country = "US",
      currency = "USD",
      threeDs,
      ...rest
    }: PurchaseRequest) {
      const rate = currencies[currency.toUpperCase()];
      if (rate === undefined) throw new RangeError(`unknown currency: ${currency}`);
      const cents = Math.round(positive(amount, "amount") * rate);
      const shop = { name: merchant, category: categoryOf(mcc), mcc, country };
      return payments.purchase(pan, { amount: cents, merchant: shop, ...rest }, threeDs);
    },

    answerChallenge: ({ challengeId, otp }: { challengeId: string; otp: string }) => payments.answer(challengeId, otp),

    /** Where the payment behind a challenge stands, for the merchant: without the code. */
    purchaseStatus: (challengeId: string) => payments.status(challengeId),

    /** A challenge with its code, for tests that play the person. */
    challenge(id: string): Json {
      const found = world.challenge(id);
      if (!found) throw new RangeError(`unknown challenge: ${id}`);
      return wire.challenge(found.item);
    },

    /** The merchant takes the held money, all of it unless an amount is given. */
    settle(transactionId: string, amount?: number): Json {
      const { wallet, item } = transactionOf(transactionId);
      return wire.transaction(
        ledger.settle(wallet, item, amount === undefined ? undefined : positive(amount, "amount")),
      );
    },

    /** The merchant gives money back, all that is left unless an amount is given. */
    refund({ transactionId, amount }: { transactionId: string; amount?: number }): Json {
      const { wallet, item } = transactionOf(transactionId);
      const cents = amount === undefined ? -item.amount - item.refunded : positive(amount, "amount");
      return wire.transaction(ledger.refund(wallet, item, cents));
    },

    /** Moves the sandbox's time; resolves when everything due has happened and its webhooks were sent. */
    async advance(ms: number): Promise<{ now: number }> {
      await timeline.advance(ms, sender.idle);
      return { now: timeline.now() };
    },

    now: () => timeline.now(),
    idle: sender.idle,
    faults,
    calls: calls.list,
    clearCalls: calls.clear,
    limits: limits.enable,
    variants: (changes: VariantChanges = {}) => structuredClone(changeVariants(variants, changes)),

    webhooks: {
      faults: sender.faults,
      deliveries: () => structuredClone(sender.deliveries),
      /** What the endpoints of a wallet sign with, for tests that look for it where it must not be. */
      secrets: (seed: string): string[] => walletOf({ seed }).webhooks.map(({ secret }) => secret),
      /** Events are lost until `resume`. */
      stop: () => sender.pause(true),
      resume: () => sender.pause(false),
      /** Sends what `reorder` holds back. */
      release: sender.release,
      /** Sends any event to every endpoint of a wallet, subscribed or not. */
      send({ seed, type, data, id = objectId("evt") }: { seed: string; type: string; data: Json; id?: string }): void {
        const createdAt = wire.time(timeline.now());
        for (const webhook of walletOf({ seed }).webhooks) sender.send(webhook, { id, type, createdAt, data });
      },
    },

    /** What exists, for counting effects; no seed, number or code in it. With a seed: that wallet only. */
    state: (seed?: string) => snapshot(core, seed),
  };
}

export type Control = ReturnType<typeof createControl>;

function positive(amount: number, name: string): Cents {
  const cents = centsOf(amount);
  if (cents === undefined || cents <= 0) throw new RangeError(`${name} must be a positive amount in USD`);
  return cents;
}
