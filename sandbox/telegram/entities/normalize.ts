import type { Entity } from "../wire.ts";
import { endOf, fixEntities } from "./fix.ts";
import type { Formatted } from "./html.ts";

// Line and paragraph separators, bidirectional controls, and combining strokes through or beside a letter.
const removed = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/;

/** Control characters become spaces, some characters disappear; entities move with the text. */
const clean = ({ text, entities }: Formatted): Formatted => {
  const places: number[] = [];
  let out = "";
  for (const unit of text.split("")) {
    places.push(out.length);
    if (unit < " " && unit !== "\n" && unit !== "\r") out += " ";
    else if (!removed.test(unit)) out += unit;
  }
  places.push(out.length);
  const place = (at: number) => places[at] ?? out.length;
  const moved = entities.map((entity) => {
    const offset = place(entity.offset);
    return { ...entity, offset, length: place(endOf(entity)) - offset };
  });
  return { text: out, entities: moved };
};

const clipped = (entities: Entity[], lead: number, length: number): Entity[] =>
  entities.map((entity) => {
    const offset = entity.offset - lead;
    return { ...entity, offset, length: Math.min(offset + entity.length, length) - offset };
  });

/** What Telegram keeps of a text with entities: see `fixEntities`; white space around the text goes, but never an entity's. */
export const normalize = (given: Formatted): Formatted => {
  const { text, entities } = clean(given);
  const fixed = fixEntities(entities);
  const kept = text.replace(/[ \n]+$/, "");
  const firstEntity = Math.min(kept.length, ...fixed.map((entity) => entity.offset));
  const lead = /^[ \n]*/.exec(kept.slice(0, firstEntity))?.[0].length ?? 0;
  const trimmed = kept.slice(lead);
  const left = clipped(fixed, lead, trimmed.length);
  const blank = trimmed.trim() === "";
  return blank ? { text: "", entities: [] } : { text: trimmed, entities: fixEntities(left) };
};
