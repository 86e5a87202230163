import type { TransactionQuery, TransactionType } from "../../../cryptocardy/types.ts";
import type { Cents } from "../../../lib/money.ts";
import { addDays, addMonths, type Day, dayIn, endOfDay, startOfDay } from "../../../lib/zone.ts";

export const PERIODS = ["today", "week", "days30", "month", "last-month"] as const;
export const TYPES = ["settlement", "authorization", "refund", "decline"] as const;
export const SIZES = [5, 10, 20] as const;
const USUAL_SIZE = 10;

/** A period that moves with the calendar, or days that were typed; both ends belong to it. */
export type Period = { kind: (typeof PERIODS)[number] } | { kind: "days"; from: Day; to: Day };

/** What a person looks for in the history of a wallet. Absent: everything. Plain JSON. */
export type Filters = {
  cardId?: string;
  type?: TransactionType;
  period?: Period;
  merchant?: string;
  /** Without a sign. */
  least?: Cents;
  /** Without a sign. */
  most?: Cents;
  perPage?: number;
};

/** The first and the last day of a period, as the calendar of the person's zone stands at `now` (epoch ms). */
export function daysOf(period: Period, zone: string, now: number): { from: Day; to: Day } {
  const today = dayIn(zone, now);
  switch (period.kind) {
    case "today":
      return { from: today, to: today };
    case "week":
      return { from: addDays(today, -6), to: today };
    case "days30":
      return { from: addDays(today, -29), to: today };
    case "month":
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case "last-month":
      return { from: `${addMonths(today, -1)}-01`, to: addDays(`${today.slice(0, 7)}-01`, -1) };
    case "days":
      return { from: period.from, to: period.to };
  }
}

/** The filters as the API takes them. */
export function queryOf(filters: Filters, zone: string, now: number): TransactionQuery & { perPage: number } {
  const { cardId, type, period, merchant, least, most, perPage = USUAL_SIZE } = filters;
  const days = period && daysOf(period, zone, now);
  return {
    perPage,
    ...(cardId && { cardId }),
    ...(type && { type }),
    ...(days && { from: startOfDay(zone, days.from), to: endOfDay(zone, days.to) }),
    ...(merchant && { merchant }),
    ...(least !== undefined && { minAmount: least }),
    ...(most !== undefined && { maxAmount: most }),
  };
}

/** How many of the filters are set; the number of lines is none of them. */
export const countOf = ({ cardId, type, period, merchant, least, most }: Filters): number =>
  [cardId, type, period, merchant, least ?? most].filter((value) => value !== undefined).length;

/**
 * Sets one filter to what a button says, or clears it: `type.decline`, `period.week`, `size.20`, `card` with an id
 * beside it. Undefined when the button is no such thing.
 */
export function changed(filters: Filters, change: string, id: string | undefined): Filters | undefined {
  const [name, value] = change.split(".");
  switch (name) {
    case "all":
      return filters.perPage ? { perPage: filters.perPage } : {};
    case "card":
      return { ...without(filters, "cardId"), ...(id && { cardId: id }) };
    case "type": {
      const type = TYPES.find((known) => known === value);
      return { ...without(filters, "type"), ...(type && { type }) };
    }
    case "period": {
      const kind = PERIODS.find((known) => known === value);
      return { ...without(filters, "period"), ...(kind && { period: { kind } }) };
    }
    case "merchant":
      return without(filters, "merchant");
    case "amount":
      return without(filters, "least", "most");
    case "size": {
      const perPage = SIZES.find((known) => String(known) === value);
      return perPage && { ...filters, perPage };
    }
    default:
      return undefined;
  }
}

function without<Name extends keyof Filters>(filters: Filters, ...names: Name[]): Omit<Filters, Name> {
  const rest = { ...filters };
  for (const name of names) delete rest[name];
  return rest;
}
