import { short } from "./numbers.ts";

/** One line of the result. `target` judges the ratio, or `ours` where there is no floor; without one the line only informs. */
export type Row = {
  measure: string;
  unit: string;
  ours: number;
  floor?: number;
  target?: { words: string; holds: (row: { ours: number; ratio: number }) => boolean };
  /** What the figures do not say. */
  note?: string;
};

const HEAD = ["measure", "ours", "floor", "ratio", "target", "ok"];

export const atMost = (limit: number) => ({
  words: `<= ${limit}x`,
  holds: ({ ratio }: { ratio: number }) => ratio <= limit,
});

export const atLeast = (limit: number) => ({
  words: `>= ${limit}x`,
  holds: ({ ratio }: { ratio: number }) => ratio >= limit,
});

export const under = (limit: number, unit: string) => ({
  words: `< ${limit} ${unit}`,
  holds: ({ ours }: { ours: number }) => ours < limit,
});

export function formatTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const drawn = lines.map((cells) => cells.map((cell, column) => align(cell, widths[column] ?? 0, column)).join("  "));
  drawn.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  const notes = rows.flatMap(({ measure, note }) => (note ? [`  ${measure}: ${note}`] : []));
  return [...drawn, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}

function cellsOf({ measure, unit, ours, floor, target }: Row): string[] {
  const ratio = floor === undefined ? Number.NaN : ours / floor;
  return [
    measure,
    `${short(ours)} ${unit}`,
    floor === undefined ? "" : `${short(floor)} ${unit}`,
    floor === undefined ? "" : `${short(ratio)}x`,
    target?.words ?? "",
    target ? (target.holds({ ours, ratio }) ? "yes" : "NO") : "",
  ];
}

const align = (cell: string, width: number, column: number): string =>
  column === 0 || column > 3 ? cell.padEnd(width) : cell.padStart(width);
