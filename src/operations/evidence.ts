import type { Card } from "../cryptocardy/types.ts";
import type { Cents } from "../lib/money.ts";
import type { Verdict } from "./machine.ts";
import type { IssueParams, Operation, Snapshot } from "./operation.ts";

/** What the provider shows now. `card: "gone"`: it answers 404 for the card. `cards`: issue only. */
export type Sight = {
  walletBalance?: Cents;
  walletDeposited?: Cents;
  card?: { status: string; balance: Cents; totalSpent?: Cents } | "gone";
  cards?: Card[];
};

type Side = "yes" | "no" | "unclear";

// The provider's clock and ours may differ by this much.
const CLOCK_SKEW_MS = 5_000;

/**
 * Whether a sent operation happened, told from the state before and now. Nobody else of ours moves money in this wallet
 * meanwhile, but payments, deposits and other programs may: then the two sides (card, wallet) may disagree.
 * `echoed`: an event said that this happened to this card after the sending; it decides where balances do not.
 */
export function weigh(operation: Operation, sight: Sight, echoed = false): Verdict {
  switch (operation.kind) {
    case "issue":
      return weighIssue(operation.params, operation.before, operation.sentAt ?? operation.createdAt, sight);
    case "close":
      return weighClose(operation.before, sight);
    case "fund":
      return weighTransfer(operation.params.amount, operation.before, sight, echoed);
    case "withdraw":
      return weighTransfer(-operation.params.amount, operation.before, sight, false);
  }
}

/** The oldest first: those of this BIN that were not there before and are not older than the sending. */
function newCards(
  { binId }: IssueParams,
  before: Snapshot | undefined,
  sentAt: number,
  cards: readonly Card[],
): Card[] {
  return cards
    .filter((card) => card.binId === binId && isSince(sentAt, card))
    .filter((card) => !before?.cardIds?.includes(card.id))
    .sort((one, other) => one.createdAt - other.createdAt);
}

/** Whether a card may have been issued at a moment (epoch ms) of our clock or later. */
export function isSince(moment: number, { createdAt }: Card): boolean {
  return createdAt >= moment - CLOCK_SKEW_MS;
}

function weighIssue(params: IssueParams, before: Snapshot | undefined, sentAt: number, sight: Sight): Verdict {
  if (!sight.cards) return { kind: "unreadable" };
  const cards = newCards(params, before, sentAt, sight.cards);
  const card = cards.find(({ label }) => sameLabel(label, params.label));
  if (card) return { kind: "happened", result: { card } };
  // The provider may have altered the label, and taken a fee: sending again could issue a second card.
  const untouched = cards.length === 0 && walletMovement(before, sight) === 0;
  return { kind: untouched ? "did-not-happen" : "unclear" };
}

function weighClose(before: Snapshot | undefined, sight: Sight): Verdict {
  const { card, walletBalance } = sight;
  if (!card) return { kind: "unreadable" };
  if (card !== "gone" && card.status !== "terminated") return { kind: "did-not-happen" };
  const back = walletMovement(before, sight);
  const expected = before?.card?.balance;
  return {
    kind: "happened",
    result: {
      ...(back !== undefined && back === expected && { refunded: back }),
      ...(walletBalance !== undefined && { walletBalance }),
    },
  };
}

/** `amount`: what the card gains and the wallet loses; negative for a withdrawal. */
function weighTransfer(amount: Cents, before: Snapshot | undefined, sight: Sight, echoed: boolean): Verdict {
  const { card, walletBalance } = sight;
  if (!card || walletBalance === undefined) return { kind: "unreadable" };
  const happened: Verdict = {
    kind: "happened",
    result: { ...(card !== "gone" && { cardBalance: card.balance }), walletBalance },
  };
  const byWallet = side(walletMovement(before, sight), -amount);
  const byCard = card === "gone" ? "unclear" : cardSide(before?.card, card, amount);
  if (byWallet === byCard || byCard === "unclear") return verdictOf(byWallet, happened, echoed);
  if (byWallet === "unclear") return verdictOf(byCard, happened, echoed);
  return echoed ? happened : { kind: "unclear" };
}

function verdictOf(told: Side, happened: Verdict, echoed: boolean): Verdict {
  if (told === "yes" || (told === "unclear" && echoed)) return happened;
  return { kind: told === "no" ? "did-not-happen" : "unclear" };
}

function side(moved: Cents | undefined, expected: Cents): Side {
  if (moved === expected) return "yes";
  return moved === 0 ? "no" : "unclear";
}

function movement(before: Cents | undefined, now: Cents | undefined): Cents | undefined {
  return before === undefined || now === undefined ? undefined : now - before;
}

/** Deposits that arrived meanwhile are left out where the provider tells what was deposited. */
function walletMovement(before: Snapshot | undefined, now: Sight): Cents | undefined {
  const moved = movement(before?.walletBalance, now.walletBalance);
  return moved === undefined ? undefined : moved - (movement(before?.walletDeposited, now.walletDeposited) ?? 0);
}

/** Payments with the card are added back where the provider tells what was spent; elsewhere they may hide anything but a gain. */
function cardSide(before: Snapshot["card"], now: NonNullable<Snapshot["card"]>, amount: Cents): Side {
  if (!before) return "unclear";
  const spent = movement(before.totalSpent, now.totalSpent);
  const moved = now.balance - before.balance + (spent ?? 0);
  if (spent === undefined) return amount > 0 && moved === amount ? "yes" : "unclear";
  return side(moved, amount);
}

function sameLabel(one: string | undefined, other: string): boolean {
  return (one ?? "").normalize("NFC").trim() === other.normalize("NFC").trim();
}
