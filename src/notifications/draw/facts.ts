import type { Translator } from "../../i18n.ts";
import { bound, escapeHtml } from "../../lib/text.ts";
import type { Act, Button } from "../outgoing.ts";
import type { Oddity } from "../tell/habits.ts";

/** What a notice is drawn with besides itself. Plain data: gathered before, nothing is looked up while drawing. */
export type Facts = {
  walletId: string;
  /** Only when the person has several. */
  walletName?: string;
  /** Absent: the card is not known here. */
  card?: { last4: string; label?: string; network?: string };
  /** The API is not the real one. */
  sandbox: boolean;
  /** No sound: quiet hours, or the person turned it off for this kind. */
  quiet: boolean;
  /** When it happened (epoch ms), when that was long before it was told. */
  late?: number;
  /** The echo of what the person did here. */
  ours: boolean;
  /** The code belongs to a payment unlike those before it, and the person wants such codes hidden. */
  odd?: Oddity;
  supportUrl?: string;
};

const LABEL_LENGTH = 24;

/** `Ads ·2039`, `Visa ·2039`, or just "card". */
export function cardName(t: Translator, card: Facts["card"]): string {
  if (!card) return t.plain("notices-card-unknown");
  const name = card.label || (card.network && card.network.charAt(0).toUpperCase() + card.network.slice(1)) || "";
  return `${bound(name, LABEL_LENGTH)} ·${card.last4}`.trim();
}

/** Puts the lines of a push together: badge first, then what is there, then what holds for every push. */
export function compose(t: Translator, facts: Facts, lines: (string | undefined)[]): string {
  const all = [
    ...lines,
    facts.late !== undefined && t.html("notices-late", { time: t.time(facts.late, "moment") }),
    facts.walletName !== undefined && t.html("notices-wallet", { name: facts.walletName }),
  ].filter((line): line is string => typeof line === "string" && line !== "");
  return `${facts.sandbox ? "🧪 " : ""}${all.join("\n")}`;
}

/** Parts of one line, with a dot between them. */
export const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part): part is string => part !== undefined && part !== "").join(" · ");

export const escaped = (text: string): string => escapeHtml(text);

/** A button that asks for an act on an object of the wallet. */
export function actButton(
  text: string,
  facts: Pick<Facts, "walletId">,
  name: string,
  id?: string,
  style?: Button["style"],
  arg?: string,
): Button {
  const act: Act = { name, wallet: facts.walletId, ...(id !== undefined && { id }), ...(arg !== undefined && { arg }) };
  return { text, act, ...(style && { style }) };
}
