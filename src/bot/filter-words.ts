import type { PlainKey, Translator } from "../i18n.ts";
import type { CardFilter, CardSort, STATUSES } from "./card-filter.ts";
import { statusSign } from "./card-words.ts";

const SORT_WORDS: Record<CardSort, PlainKey> = {
  created_at: "cards-sort-created",
  balance: "cards-sort-balance",
  last_used: "cards-sort-used",
};

type Status = (typeof STATUSES)[number];

const STATUS_WORDS: Record<Status, PlainKey> = {
  active: "cards-filter-active",
  frozen: "cards-filter-frozen",
  terminated: "cards-filter-closed",
};

/** Cards of a status, in the plural: `❄️ Frozen`. */
export const statusChoice = (t: Translator, status: Status): string =>
  `${statusSign(status)} ${t.plain(STATUS_WORDS[status])}`;

export const sortWord = (t: Translator, sort: CardSort): string => t.plain(SORT_WORDS[sort]);

/** `Balance ↓`: the largest, the newest, the last used first. */
export const sortText = (t: Translator, sort: CardSort, order: "asc" | "desc"): string =>
  `${sortWord(t, sort)} ${order === "asc" ? "↑" : "↓"}`;

/** A filter in one line, empty for none: `❄️ Frozen · BIN 491653 · “ads” · Balance ↓`. Safe HTML. */
export function filterText(t: Translator, { status, binId, label, tag, sort, order }: CardFilter): string {
  return [
    status && statusChoice(t, status),
    binId && t.html("cards-filter-bin", { bin: binId }),
    label && t.html("cards-filter-label", { label }),
    tag && t.html("cards-filter-tag", { tag }),
    (sort ?? order) && sortText(t, sort ?? "created_at", order ?? "desc"),
  ]
    .filter(Boolean)
    .join(" · ");
}
