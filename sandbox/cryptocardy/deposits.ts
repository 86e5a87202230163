import type { Cards } from "./cards.ts";
import { findAsset } from "./catalogue.ts";
import type { Core } from "./core.ts";
import { newTxHash, objectId } from "./ids.ts";
import { dollars } from "./money.ts";
import type { Cents, Deposit, Wallet } from "./types.ts";

const feeShare = 0.02;

export type DepositOrder = {
  /** `btc`, `usdt`, …, or an asset name such as `USDT-SOL`. */
  currency: string;
  amount: Cents;
  /** 2 % unless given. */
  fee?: Cents;
  /** Confirmed at once. */
  confirm?: boolean;
  /** Never confirms by itself and expires in the end. */
  stuck?: boolean;
};

/** Money on its way from a chain: pending, a confirmation per block, credited less the fee; or expired. */
export function createDeposits({ world, wire, timeline, settings, variants, emit }: Core, cards: Cards) {
  function confirm(wallet: Wallet, deposit: Deposit, needed: number): void {
    if (deposit.status !== "pending") throw new RangeError(`deposit is ${deposit.status}`);
    deposit.status = "confirmed";
    deposit.confirmations = Math.max(deposit.confirmations, needed);
    deposit.confirmedAt = timeline.now();
    const credited = deposit.amountUsd - deposit.feeUsd;
    wallet.balance += credited;
    wallet.deposited += credited;
    emit(wallet, "deposit.confirmed", wire.deposit(deposit));
    if (variants.pendingCard !== "on-deposit") return;
    for (const card of wallet.cards) if (card.status === "pending_top_up") cards.activate(wallet, card);
  }

  function nextBlock(wallet: Wallet, deposit: Deposit, needed: number, blockMs: number): void {
    timeline.at(timeline.now() + blockMs, () => {
      if (deposit.status !== "pending") return;
      deposit.confirmations++;
      if (deposit.confirmations >= needed) confirm(wallet, deposit, needed);
      else nextBlock(wallet, deposit, needed, blockMs);
    });
  }

  return {
    /** @throws RangeError for an unknown coin */
    detect(wallet: Wallet, order: DepositOrder): Deposit {
      const { currency, amount, fee = Math.round(amount * feeShare), confirm: atOnce = false, stuck = false } = order;
      const asset = findAsset(currency);
      if (!asset) throw new RangeError(`unknown currency: ${currency}`);
      const amountCrypto = (dollars(amount) / asset.usd).toFixed(asset.decimals).replace(/(\.\d\d+?)0+$/, "$1");
      const deposit: Deposit = {
        id: objectId("dep"),
        currency: asset.currency,
        amountCrypto,
        amountUsd: amount,
        feeUsd: fee,
        status: "pending",
        txHash: newTxHash(),
        confirmations: 0,
        createdAt: timeline.now(),
        stuck: stuck || Number(amountCrypto) < Number(asset.minDeposit),
      };
      wallet.deposits.push(deposit);
      emit(wallet, "deposit.pending", wire.deposit(deposit));
      timeline.at(timeline.now() + settings.depositExpiresMs, () => {
        if (deposit.status === "pending") deposit.status = "expired";
      });
      if (atOnce) confirm(wallet, deposit, asset.confirmations);
      else if (!deposit.stuck) nextBlock(wallet, deposit, asset.confirmations, asset.blockMs);
      return deposit;
    },

    /** @throws RangeError for an unknown deposit or one that is not pending */
    confirm(id: string): Deposit {
      const found = world.deposit(id);
      if (!found) throw new RangeError(`unknown deposit: ${id}`);
      confirm(found.wallet, found.item, findAsset(found.item.currency)?.confirmations ?? 1);
      return found.item;
    },
  };
}

export type Deposits = ReturnType<typeof createDeposits>;
