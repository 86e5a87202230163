import type { Bounds, Field, Spec } from "./spec.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const primitives: Record<string, (value: unknown, lenient: boolean) => boolean> = {
  // Files never reach this check as values: they are parts of the request.
  InputFile: (value) => typeof value === "string" && value.startsWith("attach://"),
  String: (value) => typeof value === "string",
  Integer: (value, lenient) =>
    Number.isSafeInteger(value) || (lenient && typeof value === "string" && /^-?\d+$/.test(value)),
  Float: (value) => typeof value === "number",
  Boolean: (value, lenient) => typeof value === "boolean" || (lenient && (value === "true" || value === "false")),
  True: (value, lenient) => value === true || (lenient && value === "true"),
  Object: isObject,
};

const sizeProblem = (path: string, value: unknown, { min, max, unit }: Bounds): string[] => {
  const size = Array.isArray(value)
    ? value.length
    : typeof value === "string"
      ? unit === "bytes"
        ? Buffer.byteLength(value)
        : value.length
      : undefined;
  if (size === undefined || (size >= min && size <= max)) return [];
  return [`${path}: ${size} ${Array.isArray(value) ? "items" : unit}, must be ${min}-${max}`];
};

/**
 * Checks values against the types of the specification and returns one text per problem. `lenient` accepts numbers and
 * booleans written as text, as forms send them.
 */
export const createChecker = (spec: Spec) => {
  const checkFields = (
    path: string,
    value: Record<string, unknown>,
    fields: Map<string, Field>,
    lenient: boolean,
  ): string[] => {
    const unknown = Object.keys(value)
      .filter((name) => !fields.has(name) && value[name] !== undefined)
      .map((name) => `${path}${name}: no such field`);
    const known = [...fields.values()].flatMap((field) => {
      const at = `${path}${field.name}`;
      const given = value[field.name];
      if (given === undefined || given === null) return field.required ? [`${at}: missing`] : [];
      if (field.constant !== undefined && given !== field.constant) return [`${at}: must be "${field.constant}"`];
      return checkValue(at, given, field.types, lenient, field.bounds);
    });
    return [...unknown, ...known];
  };

  const checkNamed = (path: string, value: unknown, type: string, lenient: boolean): string[] => {
    if (type.endsWith("[]")) {
      if (!Array.isArray(value)) return [`${path}: must be an array`];
      return value.flatMap((one, index) => checkNamed(`${path}[${index}]`, one, type.slice(0, -2), lenient));
    }
    const primitive = primitives[type];
    if (primitive) return primitive(value, lenient) ? [] : [`${path}: must be ${type}`];
    const known = spec.types.get(type);
    if (!known) return [];
    if (known.kind === "union") return checkValue(path, value, known.members, lenient);
    if (!isObject(value)) return [`${path}: must be ${type}`];
    return checkFields(`${path}.`, value, known.fields, lenient);
  };

  /** The problems against the type that fits best; none when one of the types fits. */
  const checkValue = (path: string, value: unknown, types: string[], lenient: boolean, bounds?: Bounds): string[] => {
    const results = types.map((type) => checkNamed(path, value, type, lenient));
    const best = results.reduce((a, b) => (b.length < a.length ? b : a), results[0] ?? []);
    return best.length > 0 || !bounds ? best : sizeProblem(path, value, bounds);
  };

  return { checkFields, checkValue };
};
