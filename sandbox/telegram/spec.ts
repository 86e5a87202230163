import raw from "./bot-api.json" with { type: "json" };

export type Bounds = { min: number; max: number; unit: "characters" | "bytes" };

/** One field or argument; `types` are names with one "[]" per level of array, the primitives being the Bot API's own. */
export type Field = { name: string; types: string[]; required: boolean; bounds?: Bounds; constant?: string };

export type TypeSpec = { kind: "object"; fields: Map<string, Field> } | { kind: "union"; members: string[] };
export type MethodSpec = { returns: string[]; fields: Map<string, Field> };

const fieldPattern = /^(\w+):([\w|[\]]+?)(!)?(?:(\d+)\.\.(\d+)(b)?)?(?:=(\w+))?$/;

const readField = (text: string): Field => {
  const match = fieldPattern.exec(text);
  if (!match) throw new Error(`bot-api.json: cannot read the field "${text}"`);
  const [, name = "", types = "", required, min, max, inBytes, constant] = match;
  return {
    name,
    types: types.split("|"),
    required: required !== undefined,
    ...(min !== undefined && {
      bounds: { min: Number(min), max: Number(max), unit: inBytes ? ("bytes" as const) : ("characters" as const) },
    }),
    ...(constant !== undefined && { constant }),
  };
};

const readFields = (text: string) =>
  new Map(
    text
      .split(" ")
      .filter((part) => part !== "")
      .map((part) => {
        const field = readField(part);
        return [field.name, field] as const;
      }),
  );

const readType = (text: string): TypeSpec =>
  text.startsWith("|")
    ? { kind: "union", members: text.slice(1).split("|") }
    : { kind: "object", fields: readFields(text) };

const readMethod = (text: string): MethodSpec => {
  const [returns = "", fields = ""] = text.split("<-");
  return { returns: returns.trim().split("|"), fields: readFields(fields) };
};

const readAll = <T>(table: Record<string, string>, read: (text: string) => T) =>
  new Map(Object.entries(table).map(([name, text]) => [name, read(text)]));

/** The part of the published Bot API that the emulator plays, and the names of all other methods. */
export const loadSpec = () => ({
  version: raw.version,
  methods: readAll<MethodSpec>(raw.methods, readMethod),
  types: readAll<TypeSpec>(raw.types, readType),
  otherMethods: raw.otherMethods.split(" "),
});

export type Spec = ReturnType<typeof loadSpec>;
