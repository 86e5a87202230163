import type { Entity } from "../wire.ts";
import type { Formatted } from "./html.ts";

const splittable = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);
const solid = new Set(["code", "pre"]);
const end = (entity: Entity) => entity.offset + entity.length;
const byPlace = (a: Entity, b: Entity) => a.offset - b.offset || b.length - a.length || a.type.localeCompare(b.type);

const merged = (entities: Entity[]): Entity[] => {
  const out: Entity[] = [];
  for (const entity of [...entities].sort(byPlace)) {
    const before = out.findLast((other) => other.type === entity.type);
    if (before && splittable.has(entity.type) && entity.offset <= end(before)) {
      before.length = Math.max(end(before), end(entity)) - before.offset;
    } else out.push({ ...entity });
  }
  return out;
};

/** Bold and the like stop before code and go on behind it; anything else inside code disappears. */
const aroundCode = (entities: Entity[]): Entity[] => {
  const codes = entities.filter((entity) => solid.has(entity.type));
  let rest = entities.filter((entity) => !solid.has(entity.type));
  for (const code of codes) {
    rest = rest.flatMap((entity) => {
      if (entity.offset >= end(code) || end(entity) <= code.offset) return [entity];
      if (!splittable.has(entity.type)) {
        const holdsCode = entity.offset <= code.offset && end(entity) >= end(code);
        return holdsCode && entity.type.endsWith("blockquote") ? [entity] : [];
      }
      return [
        { ...entity, length: code.offset - entity.offset },
        { ...entity, offset: end(code), length: end(entity) - end(code) },
      ].filter((part) => part.length > 0);
    });
  }
  return [...rest, ...codes];
};

/**
 * What Telegram keeps of a text with entities: white space around the text is trimmed, entities of nothing but white space
 * go, equal neighbours are joined, code holds no other entity. The result is sorted by place.
 */
export const normalize = ({ text, entities }: Formatted): Formatted => {
  const blank = (entity: Entity) => text.slice(entity.offset, end(entity)).trim() === "";
  const tidy = aroundCode(merged(entities)).filter((entity) => !blank(entity));
  const kept = text.replace(/[\s\0]+$/u, "");
  const firstEntity = Math.min(kept.length, ...tidy.map((entity) => entity.offset));
  const lead = /^[ \n]*/.exec(kept.slice(0, firstEntity))?.[0].length ?? 0;
  const clean = kept.slice(lead);
  const moved = tidy
    .map((entity) => {
      const from = entity.offset - lead;
      return { ...entity, offset: from, length: Math.min(from + entity.length, clean.length) - from };
    })
    .filter((entity) => entity.length > 0);
  return { text: clean, entities: merged(moved).sort(byPlace) };
};
