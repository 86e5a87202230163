import type { Bin } from "../../../cryptocardy/types.ts";
import type { Translator } from "../../../i18n.ts";
import { tagMark } from "../../../lib/tags.ts";
import type { Act, Button } from "../../../notifications/outgoing.ts";
import { type CardFilter, type CardSort, isChanged, SORTS, STATUSES } from "../../card-filter.ts";
import { networkName } from "../../card-words.ts";
import { filterText, sortText, sortWord, statusChoice } from "../../filter-words.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";

const MOST_BINS = 8;
const MOST_TAGS = 12;

/** The sheet of filters: what is chosen bears a tick; every press redraws it, "Show" leads to the list. */
export function filterScreen(t: Translator, walletId: string, filter: CardFilter, bins: Bin[]): Screen {
  const change = (arg: string): Act => ({ name: "cards.filter", wallet: walletId, arg });
  const chip = (on: boolean, text: string, arg: string): Button => ({
    text: on ? `✅ ${text}` : text,
    act: change(arg),
  });
  return {
    text: [t.html("cards-filter-title"), "", filterText(t, filter) || t.html("cards-filter-none")].join("\n"),
    buttons: [
      [chip(!filter.status, t.plain("cards-filter-all"), "status."), ...statusChips(t, filter, chip).slice(0, 1)],
      statusChips(t, filter, chip).slice(1),
      ...(bins.length > 1 ? inPairs(binChips(t, filter, bins, chip)) : []),
      SORTS.map((sort) => sortChip(t, filter, sort, change(`sort.${sort}`))),
      [{ text: t.plain("cards-search"), act: { name: "cards.search", wallet: walletId } }],
      ...(filter.label
        ? [[{ text: t.plain("cards-filter-no-label", { label: filter.label }), act: change("label.") }]]
        : []),
      ...(filter.tag ? [[{ text: t.plain("cards-filter-no-tag", { tag: filter.tag }), act: change("tag.") }]] : []),
      [
        ...(isChanged(filter) ? [clearButton(t, walletId)] : []),
        { text: t.plain("cards-filter-show"), act: listAct(walletId), style: "primary" },
      ],
      backRow(t, listAct(walletId)),
    ],
  };
}

/** Asks for a part of the label or a tag; tags that are known stand below. */
export function searchScreen(t: Translator, walletId: string, tags: string[]): Screen {
  return {
    text: t.html(tags.length > 0 ? "cards-search-ask-tags" : "cards-search-ask"),
    buttons: [
      ...inPairs(
        tags.slice(0, MOST_TAGS).map((tag) => ({
          text: t.plain("cards-search-tag", { tag }),
          act: { name: "cards.tag", wallet: walletId, arg: tagMark(tag) },
        })),
      ),
      backRow(t, { name: "cards.filter", wallet: walletId }),
    ],
  };
}

export const listAct = (wallet: string, page = 1): Act => ({ name: "cards.open", wallet, arg: String(page) });

export const clearButton = (t: Translator, wallet: string): Button => ({
  text: t.plain("cards-filter-clear"),
  act: { name: "cards.clear", wallet },
});

type Chip = (on: boolean, text: string, arg: string) => Button;

const statusChips = (t: Translator, filter: CardFilter, chip: Chip): Button[] =>
  STATUSES.map((status) => chip(filter.status === status, statusChoice(t, status), `status.${status}`));

const binChips = (t: Translator, filter: CardFilter, bins: Bin[], chip: Chip): Button[] => [
  chip(!filter.binId, t.plain("cards-filter-any-bin"), "bin."),
  ...bins
    .slice(0, MOST_BINS)
    .map(({ id, network }) => chip(filter.binId === id, `${networkName(network)} ${id}`, `bin.${id}`)),
];

function sortChip(t: Translator, { sort = "created_at", order = "desc" }: CardFilter, own: CardSort, act: Act): Button {
  return { text: sort === own ? `✅ ${sortText(t, own, order)}` : sortWord(t, own), act };
}

const inPairs = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
