import { createChecker } from "./check.ts";
import { formatText } from "./entities/text.ts";
import { ApiFailure } from "./failure.ts";
import { actionOrder } from "./keyboard.ts";
import type { Parameters } from "./parameters.ts";
import { type Field, loadSpec } from "./spec.ts";

const isPlain = (types: string[]) =>
  types.every((type) => ["String", "Integer", "Boolean", "Float", "InputFile"].includes(type));

/** Arguments that hold objects may come as JSON text. */
const decoded = (value: unknown, field: Field | undefined): unknown => {
  if (typeof value !== "string" || !field || isPlain(field.types)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const buttonProblems = (markup: unknown): string[] => {
  if (typeof markup !== "object" || markup === null || !("inline_keyboard" in markup)) return [];
  const rows: unknown[] = Array.isArray(markup.inline_keyboard) ? markup.inline_keyboard.flat() : [];
  return rows.flatMap((button) => {
    if (typeof button !== "object" || button === null) return [];
    const actions = actionOrder.filter((name) => name in button);
    const text = "text" in button ? JSON.stringify(button.text) : "without text";
    return actions.length > 1 ? [`reply_markup: button ${text} has several actions: ${actions.join(", ")}`] : [];
  });
};

/** Length of a text in UTF-16 units after parsing; refusals are the method's business, not the lint's. */
const parsedLength = (text: string, mode: string): number => {
  try {
    return formatText(text, mode, undefined).text.length;
  } catch (error) {
    if (error instanceof ApiFailure) return 0;
    throw error;
  }
};

const textProblems = (values: Record<string, unknown>, fields: Map<string, Field>): string[] => {
  const mode = typeof values.parse_mode === "string" ? values.parse_mode : "";
  const markdown = /^markdown/i.test(mode) ? ["parse_mode: the emulator reads HTML only"] : [];
  const long = ["text", "caption"].flatMap((name) => {
    const max = fields.get(name)?.bounds?.max ?? Number.POSITIVE_INFINITY;
    const value = values[name];
    const length = typeof value === "string" && fields.has("parse_mode") ? parsedLength(value, mode) : 0;
    return length > max ? [`${name}: ${length} UTF-16 units after parsing, must be at most ${max}`] : [];
  });
  return [...markdown, ...long];
};

/** Holds requests and results against the published Bot API. Findings are texts; they never change an answer. */
export const createLint = () => {
  const spec = loadSpec();
  const checker = createChecker(spec);
  const names = new Set([...spec.methods.keys(), ...spec.otherMethods].map((name) => name.toLowerCase()));

  return {
    knows: (method: string) => names.has(method.toLowerCase()),
    request: (method: string, { values, files }: Parameters): string[] => {
      const known = spec.methods.get(method);
      if (!known) return [`${method}: not a method the emulator has`];
      // A raw text may be longer than the parsed one: its length is checked apart.
      const parsed = new Set(known.fields.has("parse_mode") ? ["text", "caption"] : []);
      const fields = new Map(
        [...known.fields].map(([name, { bounds, ...field }]) => [
          name,
          parsed.has(name) || !bounds ? field : { ...field, bounds },
        ]),
      );
      const uploads = Object.fromEntries(
        [...files.keys()].filter((name) => fields.has(name)).map((name) => [name, `attach://${name}`]),
      );
      const given = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, decoded(value, known.fields.get(name))]),
      );
      return [
        ...checker.checkFields("", { ...given, ...uploads }, fields, true),
        ...buttonProblems(given.reply_markup),
        ...textProblems(values, known.fields),
      ];
    },
    result: (method: string, result: unknown): string[] => {
      const known = spec.methods.get(method);
      return known ? checker.checkValue(`result of ${method}`, result, known.returns, false) : [];
    },
    /** Problems of an update the emulator made. */
    update: (update: unknown): string[] => checker.checkValue("update", update, ["Update"], false),
  };
};

export type Lint = ReturnType<typeof createLint>;
