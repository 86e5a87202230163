import type { Cents } from "../../lib/money.ts";

/**
 * When ordinary payments are gathered into one message: after so many of a wallet within a while, until none came for
 * as long, or until the message is full. It is drawn again every two seconds at most.
 */
export const BURST = { after: 5, whileMs: 60_000, most: 40, everyMs: 2_000 } as const;

/** One payment in a gathering message. `over`: the money came back. `left`: the card's balance after it. */
export type BurstItem = {
  key: string;
  cardId: string;
  card: string;
  merchant: string;
  cents: Cents;
  left?: Cents;
  over?: true;
};

/** What is kept of a wallet's latest pushes. `pushed`: payments that have a message of their own, and since when (epoch ms). */
export type BurstHead = { pushed: { key: string; at: number }[]; rolling?: { id: string; at: number; count: number } };

/**
 * Into which gathering message a payment goes; undefined: into one of its own. Pure, and the same for the same pushes: a
 * payment whose message is sent again, because it could not be sent or its answer was lost, stays where it was.
 */
export function nextOf(head: BurstHead, now: number, key: string): { head: BurstHead; into?: string } {
  const pushed = head.pushed.filter(({ at }) => now - at < BURST.whileMs);
  const { rolling } = head;
  if (pushed.some((one) => one.key === key)) return { head: { ...head, pushed } };
  const runs = rolling !== undefined && now - rolling.at < BURST.whileMs;
  if (runs && rolling.count < BURST.most) {
    return { head: { pushed, rolling: { ...rolling, at: now, count: rolling.count + 1 } }, into: rolling.id };
  }
  if (!runs && pushed.length < BURST.after) return { head: { pushed: [...pushed, { key, at: now }] } };
  const id = now.toString(36);
  return { head: { pushed, rolling: { id, at: now, count: 1 } }, into: id };
}

/** Adds a payment, or writes what became of it. */
export function withItem(items: BurstItem[], item: BurstItem): BurstItem[] {
  const place = items.findIndex(({ key }) => key === item.key);
  return place < 0 ? [...items, item] : items.with(place, item);
}

/** What was spent, without what came back. */
export const totalOf = (items: BurstItem[]): Cents =>
  items.reduce((sum, { cents, over }) => sum + (over ? 0 : cents), 0);
