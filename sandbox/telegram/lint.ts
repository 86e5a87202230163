import spec from "./bot-api.json" with { type: "json" };
import type { Parameters } from "./parameters.ts";

/** Holds requests and results against the published Bot API. Findings are texts; they never change an answer. */
export const createLint = () => {
  const names = new Map([...Object.keys(spec.methods), ...spec.otherMethods].map((name) => [name.toLowerCase(), name]));
  return {
    knows: (method: string) => names.has(method.toLowerCase()),
    request: (_method: string, _parameters: Parameters): string[] => [],
    result: (_method: string, _result: unknown): string[] => [],
  };
};

export type Lint = ReturnType<typeof createLint>;
