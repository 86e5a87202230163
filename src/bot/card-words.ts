import type { Card } from "../cryptocardy/types.ts";
import type { Translator } from "../i18n.ts";
import { bound } from "../lib/text.ts";

const SIGNS = new Map([
  ["active", "🟢"],
  ["frozen", "❄️"],
  ["terminated", "⚫️"],
  ["pending_top_up", "⏳"],
]);
const NETWORKS = new Map([
  ["visa", "Visa"],
  ["mastercard", "Mastercard"],
]);
const LONGEST_LABEL = 40;

/** A sign that always stands before a word; screens name the status in words too. */
export const statusSign = (status: string): string => SIGNS.get(status) ?? "⚪️";

/** `Visa`, `Mastercard`, or whatever the API calls a new one. */
export const networkName = (network: string): string => NETWORKS.get(network) ?? bound(network, 20);

/** How a card is called on a button or in a sentence: `Ad Spend ·2039`, or `Visa ·2039` without a label. Plain text. */
export function cardTitle({
  label,
  last4,
  network,
}: Pick<Card, "last4"> & { label?: string; network?: string }): string {
  const name = label ? bound(label, LONGEST_LABEL) : network && networkName(network);
  return name ? `${name} ·${last4}` : `·${last4}`;
}

/** The status as a word; one the API has just invented is shown as it is. */
export function statusWord(t: Translator, status: string): string {
  switch (status) {
    case "active":
      return t.plain("cards-status-active");
    case "frozen":
      return t.plain("cards-status-frozen");
    case "terminated":
      return t.plain("cards-status-terminated");
    case "pending_top_up":
      return t.plain("cards-status-pending");
    default:
      return bound(status, 30);
  }
}
