import { z } from "zod";
import { centsFromApi } from "../../lib/money.ts";
import { createSecret } from "../../lib/secret.ts";

const SECONDS_UNTIL = 1e11;
/** What a `Date` can hold; beyond it nothing can be written out. */
const LAST_MOMENT = 8.64e15;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\dT[\d:.]+$/;

/** Epoch milliseconds of an ISO 8601 time (UTC when it names no zone) or of epoch seconds or milliseconds. NaN when it is neither, or no date. */
export function momentOf(value: string | number): number {
  const number = typeof value === "number" ? value : /^\d{9,}(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (number !== undefined) {
    const at = Math.round(number < SECONDS_UNTIL ? number * 1000 : number);
    return Math.abs(at) <= LAST_MOMENT ? at : Number.NaN;
  }
  const text = String(value).trim().replace(" ", "T");
  return Date.parse(WITHOUT_ZONE.test(text) ? `${text}Z` : text);
}

const textOrNumber = z.union([z.string(), z.number()]);

export const money = textOrNumber.transform((value, context) => {
  try {
    return centsFromApi(value);
  } catch {
    context.issues.push({ code: "custom", message: "not an amount", input: undefined });
    return z.NEVER;
  }
});

export const moment = textOrNumber.transform((value, context) => {
  const at = momentOf(value);
  if (Number.isFinite(at)) return at;
  context.issues.push({ code: "custom", message: "not a time", input: undefined });
  return z.NEVER;
});

/** Ids and other short texts that some day may come as numbers. */
export const text = textOrNumber.transform(String).pipe(z.string().min(1));
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .transform(Number),
]);
export const secret = text.transform(createSecret);
/** A yes that is missing is a no. */
export const flag = z.boolean().catch(false);
export const texts = z.array(text);

/** A field we can do without: absent, null or of an unexpected shape is all the same. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.unknown().transform((): undefined => undefined)]).optional();
}

/** Texts by name; entries that are not texts are left out. */
export const textRecord = z.record(z.string(), z.unknown()).transform((record) => {
  const entries = Object.entries(record).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
});

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `{binId}` read as `{bin_id}`; this level only, so that metadata keeps its own names. A documented name wins. */
export function snakeKeys(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  if (entries.every(([name]) => name === name.toLowerCase())) return value;
  const renamed = entries.map(([name, field]): [string, unknown] => [
    name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase(),
    field,
  ]);
  return Object.fromEntries([...renamed, ...entries.filter(([name]) => name === name.toLowerCase())]);
}

/** An object of the API: unknown fields are ignored, camelCase is understood. */
export function apiObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(snakeKeys, z.looseObject(shape));
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the fields that are undefined: absent is the only way to be missing in our types. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
}
