import type { Entity } from "../wire.ts";

const splittable = ["bold", "italic", "underline", "strikethrough", "spoiler"];
const outermost: Record<string, number> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 10,
  code: 20,
  date_time: 30,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};

export const endOf = (entity: Entity) => entity.offset + entity.length;
const isQuote = (entity: Entity) => entity.type.endsWith("blockquote");
const isSplittable = (entity: Entity) => splittable.includes(entity.type);
const holdsNothing = (entity: Entity) => entity.type === "code" || entity.type === "pre";

/** Telegram's order: by place, longer before shorter, then outer kinds before inner ones. */
export const byPlace = (a: Entity, b: Entity) =>
  a.offset - b.offset || b.length - a.length || (outermost[a.type] ?? 50) - (outermost[b.type] ?? 50);

const withoutIntersections = (entities: Entity[]): Entity[] => {
  const kept: Entity[] = [];
  for (const entity of entities) {
    const last = kept.at(-1);
    if (!last || entity.offset >= endOf(last)) kept.push(entity);
  }
  return kept;
};

const crosses = (entity: Entity, quote: Entity) =>
  endOf(quote) < endOf(entity) || (entity.offset < quote.offset && quote.offset < endOf(entity));

/** Joins what touches, cuts at every border of `others` and wherever another one begins, drops what lies in code. */
const resplit = (entities: Entity[], others: Entity[]): Entity[] => {
  const result: Entity[] = [];
  const open = new Map<string, { from: number; to: number }>();
  let next = 0;

  const flush = (at: number) => {
    for (const type of splittable) {
      const span = open.get(type);
      if (!span || span.from >= at) continue;
      result.push({ type, offset: span.from, length: Math.min(span.to, at) - span.from });
      if (span.to <= at) open.delete(type);
      else span.from = at;
    }
  };
  const addUntil = (at: number) => {
    for (let entity = entities[next]; entity && entity.offset < at; entity = entities[++next]) {
      const span = open.get(entity.type);
      if (span && entity.offset <= span.to) span.to = Math.max(span.to, endOf(entity));
      else {
        flush(entity.offset);
        open.set(entity.type, { from: entity.offset, to: endOf(entity) });
      }
    }
    flush(at);
  };

  const around: Entity[] = [];
  const moveTo = (at: number) => {
    for (let inner = around.at(-1); inner && endOf(inner) <= at; inner = around.at(-1)) {
      const before = result.length;
      addUntil(endOf(inner));
      if (holdsNothing(inner)) result.length = before;
      around.pop();
    }
    addUntil(at);
  };
  for (const other of others) {
    moveTo(other.offset);
    around.push(other);
  }
  moveTo(Number.POSITIVE_INFINITY);
  return result;
};

/**
 * Makes entities as TDLib would have them: links, code and the like never lie in each other, quotes are not nested, bold and
 * the like are cut where others begin or end, and none lies in code. Sorted.
 */
export const fixEntities = (entities: Entity[]): Entity[] => {
  const sorted = entities.filter((entity) => entity.length > 0).sort(byPlace);
  const quotes = withoutIntersections(sorted.filter(isQuote));
  const solid = withoutIntersections(sorted.filter((entity) => !isQuote(entity) && !isSplittable(entity)));
  const fitting = solid.filter((entity) => {
    const quote = quotes.find((one) => endOf(one) > entity.offset);
    return !quote || !crosses(entity, quote);
  });
  const others = [...fitting, ...quotes].sort(byPlace);
  return [...others, ...resplit(sorted.filter(isSplittable), others)].sort(byPlace);
};
