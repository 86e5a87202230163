import type { Translator } from "../../../i18n.ts";
import { MERCHANT_GROUPS, type MerchantGroup } from "../../../lib/merchant-categories.ts";
import { bound } from "../../../lib/text.ts";
import type { Button } from "../../../notifications/outgoing.ts";
import { freshly } from "../../fresh.ts";
import { backRow } from "../../rows.ts";
import type { Screen } from "../../screen.ts";
import {
  flipped,
  outsiders,
  packSelection,
  type Selection,
  selectionOf,
  type Ticked,
  tickedGroups,
} from "./selection.ts";

/** What the checklist is about: read when it was opened, kept while it is worked on. */
export type CategoriesOf = { walletId: string; cardId: string; title: string; allowed: string[]; asSetHere?: boolean };

const SIGNS: Record<Ticked, string> = { all: "✅", some: "☑️", none: "⬜" };
const SPANS_SHOWN = 3;

/** The checklist: what is allowed now, what would be after saving, a button for each group. */
export function categoriesScreen(t: Translator, of: CategoriesOf, selection: Selection, saved = false): Screen {
  const { walletId, cardId, allowed, asSetHere } = of;
  const now = selectionOf(allowed);
  const changed = packSelection(now) !== packSelection(selection);
  const draw = (next: Selection) => ({ name: "cats.draw", wallet: walletId, id: cardId, arg: packSelection(next) });
  const none = selection.map(() => "none" as const);
  return {
    text: [
      ...(saved ? [t.html("card-settings-saved"), ""] : []),
      t.html("card-settings-categories-title", { card: of.title }),
      "",
      t.html("card-settings-categories-now", { groups: groupNames(t, now, outsiders(allowed)) }),
      ...(changed
        ? [t.html("card-settings-categories-after", { groups: groupNames(t, selection, outsiders(allowed)) })]
        : []),
      ...codeLines(t, selection),
      "",
      ...(asSetHere ? [t.html("card-settings-as-set-here")] : []),
      t.html("card-settings-categories-hint"),
    ].join("\n"),
    buttons: [
      ...inPairs(
        MERCHANT_GROUPS.map((group, place) => ({
          text: `${SIGNS[selection[place] ?? "none"]} ${t.plain(group.title)}`,
          act: draw(flipped(selection, place)),
        })),
      ),
      [{ text: t.plain("card-settings-categories-all"), act: draw(none) }],
      [
        {
          text: t.plain("card-settings-save"),
          act: { name: "cats.save", wallet: walletId, id: cardId, arg: packSelection(selection) },
          ...(changed && { style: "primary" as const }),
        },
      ],
      [{ text: t.plain("common-refresh"), act: freshly({ name: "card.categories", wallet: walletId, id: cardId }) }],
      backRow(t, { name: "card.settings", wallet: walletId, id: cardId }),
    ],
  };
}

/** The groups in a sentence; nothing ticked is everything. */
export function groupNames(t: Translator, selection: Selection, others: readonly string[]): string {
  const groups = tickedGroups(selection);
  if (groups.length === 0 && others.length === 0) return t.plain("card-settings-categories-everything");
  return [...groups.map(({ title }) => t.plain(title)), ...others.slice(0, 5).map((code) => bound(code, 20))].join(
    ", ",
  );
}

/** The codes behind what is ticked; long groups by their first ones. */
function codeLines(t: Translator, selection: Selection): string[] {
  const groups = tickedGroups(selection);
  if (groups.length === 0) return [];
  const lines = groups.map((group) =>
    t.html("card-settings-categories-codes", { group: t.plain(group.title), codes: codesInWords(group) }),
  );
  return ["", ...lines];
}

function codesInWords({ codes }: MerchantGroup): string {
  const spans = codes.map((entry: number | readonly [number, number]) =>
    typeof entry === "number" ? four(entry) : entry.map(four).join("–"),
  );
  return spans.length > SPANS_SHOWN ? `${spans.slice(0, SPANS_SHOWN).join(", ")}…` : spans.join(", ");
}

const four = (code: number): string => String(code).padStart(4, "0");

const inPairs = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
