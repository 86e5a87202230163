import type { z } from "zod";
import { CardApiError } from "./errors.ts";
import { redactText } from "./redact.ts";
import { isRecord } from "./schemas/primitives.ts";
import type { Page } from "./types.ts";

/**
 * What the API answered, as our type. Throws CardApiError `malformed` with the path of the first field that is missing or wrong,
 * never with its value.
 */
export function readAs<Out>(schema: z.ZodType<Out>, body: unknown): Out {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".");
  throw new CardApiError({ kind: "malformed", sent: true, field: redactText(path ?? "")?.slice(0, 80) ?? "body" });
}

const MOST_WRAPPINGS = 3;

/** The object itself, or inside `{card: {…}}` or `{data: {…}}`. */
export function unwrap(body: unknown, name = "data"): unknown {
  let object = body;
  for (let depth = 0; depth < MOST_WRAPPINGS && isRecord(object) && !("id" in object); depth += 1) {
    object = [object[name], object.data].find(isRecord) ?? object;
  }
  return object;
}

/** A list: bare, or in `{data: […]}`, or under its own name. Throws CardApiError `malformed` when there is none. */
export function readList<Out>(schema: z.ZodType<Out>, body: unknown, name: string): Out[] {
  const rows = isRecord(body) ? [body.data, body[name]].find(Array.isArray) : body;
  if (!Array.isArray(rows)) throw new CardApiError({ kind: "malformed", sent: true, field: "data" });
  return rows.map((row, index) => {
    try {
      return readAs(schema, row);
    } catch (error) {
      if (!(error instanceof CardApiError)) throw error;
      throw new CardApiError({ kind: "malformed", sent: true, field: `data.${index}.${error.field}` });
    }
  });
}

/** A page of a list. Transactions come without `total_pages`, and a list may come without any pagination: then it is all there is. */
export function readPage<Out>(
  schema: z.ZodType<Out>,
  body: unknown,
  name: string,
  asked: { page?: number | undefined; perPage: number },
): Page<Out> {
  const items = readList(schema, body, name);
  const facts = isRecord(body) ? [body.pagination, body.meta].find(isRecord) : undefined;
  const page = count(facts?.page) ?? asked.page ?? 1;
  const perPage = count(facts?.per_page) ?? count(facts?.perPage) ?? asked.perPage;
  const total = count(facts?.total);
  const stated = count(facts?.total_pages) ?? count(facts?.totalPages);
  const totalPages = stated ?? (total === undefined || perPage === 0 ? undefined : Math.ceil(total / perPage));
  const full = items.length > 0 && items.length >= perPage;
  return {
    items,
    page,
    perPage,
    ...(total === undefined ? {} : { total }),
    ...(totalPages === undefined ? {} : { totalPages }),
    more: items.length > 0 && (totalPages === undefined ? facts !== undefined && full : page < totalPages),
  };
}

function count(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
