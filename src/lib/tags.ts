import { createHash } from "node:crypto";
import { fail, type Outcome, succeed } from "./outcome.ts";
import { bound } from "./text.ts";

/** A tag is an entry of a card's metadata, written `campaign=spring_2026`, or `work` when its value says nothing more. */
export type Tag = { key: string; value: string };

export type TagProblem = { kind: "empty" | "reserved" | "too-long" };

/** The longest name, and the longest value, of a tag. */
export const LONGEST_TAG_PART = 30;

/** The value of a tag that is only a name: texts, because metadata is kept as texts in most APIs. */
const BARE = "true";

/** Names that programs put there for themselves (`bot_ref`): never shown, never written by a person. */
const isReserved = (key: string): boolean => /^_|^bot_/i.test(key);

/** The tags in a card's metadata, in its order. Nested, emptied and reserved entries are none. */
export function tagsOf(metadata: Record<string, unknown> | undefined): Tag[] {
  return Object.entries(metadata ?? {}).flatMap(([key, value]) => {
    const plain = typeof value === "string" || typeof value === "number" || value === true;
    return plain && value !== "" && !isReserved(key) ? [{ key, value: String(value) }] : [];
  });
}

/** `campaign=spring_2026`, `work`. */
export const tagText = ({ key, value }: Tag): string =>
  value.toLowerCase() === BARE ? bound(key, LONGEST_TAG_PART) : bound(`${key}=${value}`, 2 * LONGEST_TAG_PART + 1);

/** Reads a tag as people type it: `work`, `#work`, `campaign = spring 2026`. */
export function parseTag(text: string): Outcome<Tag, TagProblem> {
  const [name = "", ...rest] = bound(text, 500).replace(/^#/, "").split("=");
  const key = name.trim().replaceAll(" ", "_");
  const value = rest.join("=").trim();
  if (key === "" || (rest.length > 0 && value === "")) return fail({ kind: "empty" });
  if (isReserved(key)) return fail({ kind: "reserved" });
  if (key.length > LONGEST_TAG_PART || value.length > LONGEST_TAG_PART) return fail({ kind: "too-long" });
  return succeed({ key, value: value || BARE });
}

/** Stands for a tag in a button, whose data is too short for the tag itself. */
export const tagMark = (text: string): string => createHash("sha256").update(text).digest().toString("base64url", 0, 6);
