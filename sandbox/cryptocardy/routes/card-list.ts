import type { Core } from "../core.ts";
import { oneOf, onlyParameters, pageOf, paginate } from "../http/read.ts";
import type { Card, Json, Wallet } from "../types.ts";

const parameters = ["status", "bin_id", "label", "sort", "order", "page", "per_page"];

const keys: Record<"created_at" | "balance" | "last_used", (card: Card) => number> = {
  created_at: (card) => card.createdAt,
  balance: (card) => card.balance,
  last_used: (card) => card.lastUsedAt ?? 0,
};

/** `GET /cards`: filters, sorting and pages. Cards made in the same moment keep the order of their creation. */
export function listCards({ wire, variants }: Core, wallet: Wallet, query: URLSearchParams): Json {
  onlyParameters(query, parameters);
  const status = oneOf(query, "status", ["active", "frozen", "terminated"]);
  const key = keys[oneOf(query, "sort", ["created_at", "balance", "last_used"]) ?? "created_at"];
  const direction = (oneOf(query, "order", ["asc", "desc"]) ?? "desc") === "asc" ? 1 : -1;
  const bin = query.get("bin_id");
  const label = query.get("label")?.toLowerCase();
  const page = pageOf(query, 25);

  const found = wallet.cards
    .map((card, index) => ({ card, index }))
    .filter(({ card }) => !isHidden(card, variants))
    .filter(({ card }) => status === undefined || card.status === status)
    .filter(({ card }) => bin === null || card.binId === bin)
    .filter(({ card }) => label === undefined || (card.label ?? "").toLowerCase().includes(label))
    .sort((a, b) => direction * (key(a.card) - key(b.card) || a.index - b.index));

  const { items, pagination, totalPages } = paginate(found, page);
  return {
    data: items.map(({ card }) => wire.listedCard(card)),
    pagination: variants.noTotalPages ? pagination : { ...pagination, total_pages: totalPages },
  };
}

/** The card that `GET /` previews is on no list of a provider that never shows it, or not before it is active. */
export const isHidden = (card: Card, { pendingCard, pendingListed }: Core["variants"]): boolean =>
  card.status === "pending_top_up" && (pendingCard === "never" || !pendingListed);
