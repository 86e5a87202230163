import { codesOf, groupOfCode, MERCHANT_GROUPS, type MerchantGroup } from "../../../lib/merchant-categories.ts";

/** How much of a group is allowed: none of its codes, all of them, or some (set elsewhere; left as they are). */
export type Ticked = "none" | "all" | "some";

/** One for each group, in the order of `MERCHANT_GROUPS`. All `none` means that nothing is restricted. */
export type Selection = Ticked[];

const WORDS: Ticked[] = ["none", "all", "some"];

/** What is ticked for a card whose API field holds these codes. */
export function selectionOf(allowed: readonly string[]): Selection {
  const known = new Set(allowed);
  return MERCHANT_GROUPS.map((group) => {
    const codes = codesOf(group);
    const held = codes.filter((code) => known.has(code)).length;
    return held === 0 ? "none" : held === codes.length ? "all" : "some";
  });
}

/** Entries that belong to no group: they were set elsewhere, and stay as long as anything is restricted. */
export const outsiders = (allowed: readonly string[]): string[] => allowed.filter((code) => !groupOfCode(code));

/** The codes to write: an empty list, which allows everything, when nothing is ticked. */
export function codesFor(selection: Selection, allowed: readonly string[]): string[] {
  if (selection.every((ticked) => ticked === "none")) return [];
  const known = new Set(allowed);
  const chosen = MERCHANT_GROUPS.flatMap((group, index) => {
    const codes = codesOf(group);
    if (selection[index] === "all") return codes;
    return selection[index] === "some" ? codes.filter((code) => known.has(code)) : [];
  });
  return [...chosen, ...outsiders(allowed)];
}

/** The same with one group ticked, or unticked. */
export const flipped = (selection: Selection, place: number): Selection =>
  selection.map((ticked, index) => (index === place ? (ticked === "all" ? "none" : "all") : ticked));

/** Only the group of a merchant's code; undefined when the code is in no group. */
export const onlyGroupOf = (mcc: string): Selection | undefined =>
  withPlace(mcc, (place) => MERCHANT_GROUPS.map((_, index) => (index === place ? "all" : "none")));

/** Every group but that of a merchant's code. */
export const allButGroupOf = (mcc: string): Selection | undefined =>
  withPlace(mcc, (place) => MERCHANT_GROUPS.map((_, index) => (index === place ? "none" : "all")));

/** What is ticked and the group of a merchant's code. Where nothing is restricted it stays so. */
export const withGroupOf = (mcc: string, selection: Selection): Selection | undefined =>
  withPlace(mcc, (place) =>
    selection.every((ticked) => ticked === "none")
      ? selection
      : selection.map((ticked, index) => (index === place ? "all" : ticked)),
  );

/** The groups of which anything is allowed. */
export const tickedGroups = (selection: Selection): MerchantGroup[] =>
  MERCHANT_GROUPS.filter((_, index) => selection[index] !== "none");

/** A selection as a few letters that fit a button: digits of base 3, written in base 36. */
export const packSelection = (selection: Selection): string =>
  selection.reduceRight((sum, ticked) => sum * WORDS.length + WORDS.indexOf(ticked), 0).toString(36);

/** Reads it back; anything that was never packed is some selection too, which the person sees before it is saved. */
export function unpackSelection(text: string): Selection {
  const number = Number.parseInt(text, 36);
  let rest = Number.isSafeInteger(number) && number > 0 ? number : 0;
  return MERCHANT_GROUPS.map(() => {
    const ticked = WORDS[rest % WORDS.length] ?? "none";
    rest = Math.floor(rest / WORDS.length);
    return ticked;
  });
}

function withPlace(mcc: string, make: (place: number) => Selection): Selection | undefined {
  const group = groupOfCode(mcc);
  return group && make(MERCHANT_GROUPS.indexOf(group));
}
