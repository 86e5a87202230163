import type { Parameters } from "./parameters.ts";

export type Entry = {
  at: number;
  method: string;
  parameters: Record<string, unknown>;
  /** Absent when the connection was cut before anything was applied. */
  answer?: { status: number; description?: string; result?: unknown };
  fault?: string;
  /** Findings against the specification; never change the answer. */
  lint: string[];
  /** The emulator could not play its part (a method it does not have). */
  red?: true;
};

const limit = 20_000;

/** Every call the bot made, oldest first; uploads are kept as name and size. */
export const createJournal = () => {
  let entries: Entry[] = [];
  return {
    add: (entry: Entry) => {
      entries.push(entry);
      if (entries.length > limit) entries = entries.slice(-limit / 2);
    },
    list: (): Entry[] => [...entries],
    lint: () => entries.flatMap(({ method, lint }) => lint.map((problem) => ({ method, problem }))),
    clear: () => {
      entries = [];
    },
  };
};

export type Journal = ReturnType<typeof createJournal>;

/** What the journal keeps of the arguments. */
export const recorded = (parameters: Parameters): Record<string, unknown> => ({
  ...parameters.values,
  ...Object.fromEntries(
    [...parameters.files].map(([field, { name, mime, bytes }]) => [field, { file: name, mime, size: bytes.length }]),
  ),
});
