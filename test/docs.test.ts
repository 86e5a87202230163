import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXAMPLES } from "../src/config/variables.ts";
import { createMetrics } from "../src/http/metrics.ts";
import { LANES } from "../src/queue/lanes.ts";
import { KINDS } from "../src/store/keys.ts";
import { MAY_IMPORT, OWNER } from "./import-table.ts";

const read = (file: string): string => readFileSync(file, "utf8");
const within = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

const PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...within("docs"), ...within("sandbox")];
const ALL = PAGES.map(read).join("\n");
/** The sandbox has words of its own that look like variables: error codes of Telegram. */
const OURS = PAGES.filter((page) => !page.startsWith("sandbox"))
  .map(read)
  .join("\n");

type Row = string[];

/** The rows of the tables below a heading, without their first lines, cells trimmed. */
function tableBelow(file: string, heading: string): Row[] {
  const [, section = ""] = read(file).split(new RegExp(`^#+ ${heading}$`, "m"));
  const lines = (section.split(/^#+ /m)[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

/** Where the table says more than the default lifetime of a kind. */
const KEPT_OTHERWISE: Record<string, string> = {
  o: "30 days, a draft 1 day",
  open: "until settled",
  r: "1 hour",
  n: "7 days at most",
  x: "seconds",
};

function lifetime(ms: number): string {
  if (ms === 0) return "until deleted";
  const [count, unit] = ms % DAY === 0 ? [ms / DAY, "day"] : [ms / MINUTE, "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const quoted = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = ""]) => inside);
const listed = (cell = ""): string[] => cell.split(", ").filter((word) => word !== "");

/** As GitHub makes them: lower case, no punctuation, hyphens for spaces. */
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replace(/\s/g, "-"),
  );

describe("what the documents name exists:", () => {
  test.each(PAGES)("links of %s", (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const dead = targets
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? page : join(dirname(page), path);
        return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
      });
    expect(dead).toEqual([]);
  });

  test.each(PAGES)("files of %s", (page) => {
    const paths = quoted(read(page)).filter((word) =>
      /^(src|test|sandbox|locales|docs|scripts|bench|\.ci)\/[\w./-]*$/.test(word),
    );
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test("variables", () => {
    const [known, ours] = [new Set(Object.keys(EXAMPLES)), new Set(["CI"])];
    const named = quoted(OURS).flatMap((word) => /^([A-Z]{2,}(?:_[A-Z0-9]+)+)(?:=.*)?$/.exec(word)?.[1] ?? []);
    expect(named.filter((name) => !known.has(name) && !ours.has(name))).toEqual([]);
  });

  test("commands", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...ALL.matchAll(/npm (?:run )?(test|start|(?<=run )[\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe("what exists is in the documents:", () => {
  test("every variable", () => {
    const named = tableBelow("docs/operating.md", "Configuration").flatMap(([cell = ""]) => quoted(cell));
    expect(named.toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  test("every metric", async () => {
    const named = tableBelow("docs/operating.md", "Metrics").flatMap(([cell = ""]) => quoted(cell));
    const counted = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name);
    expect(named.toSorted()).toEqual(counted.toSorted());
  });

  test("every lane of the queue", () => {
    const named = tableBelow("docs/delivery.md", "Lanes and verdicts").flatMap(([cell = "", , pace]) =>
      pace?.includes("at a time") || pace?.includes("per") ? quoted(cell) : [],
    );
    expect(named).toEqual([...LANES]);
  });

  test("every kind of record, whether it is sealed and how long it is kept", () => {
    const rows = tableBelow("docs/threat-model.md", "What is sealed, and with what");
    const named = rows.map(([key = "", , sealed, kept]) => [quoted(key)[0]?.split(":")[0], sealed, kept]);
    const ours = named.filter(([name = ""]) => name !== "{bot}" && name !== "limit");
    const known = Object.values(KINDS).map(({ name, sealed, ttlMs }) => [
      name,
      sealed ? "yes" : "no",
      KEPT_OTHERWISE[name] ?? lifetime(ttlMs),
    ]);
    expect(ours.toSorted()).toEqual(known.toSorted());
  });

  test("who may import whom, and which packages are whose", () => {
    const rows = tableBelow("docs/architecture.md", "Who may import whom");
    const packagesOf = (room: string) => Object.keys(OWNER).filter((name) => OWNER[name]?.includes(room));
    const drawn = rows.map(([room = "", rooms, packages]) => [room, listed(rooms), listed(packages).toSorted()]);
    expect(drawn).toEqual(Object.entries(MAY_IMPORT).map(([room, may]) => [room, may, packagesOf(room).toSorted()]));
  });
});

test("every assumption has a number of its own and a test", () => {
  const rows = tableBelow("docs/assumptions.md", "Assumptions about the API");
  expect(rows).not.toEqual([]);
  expect(rows.map(([number]) => Number(number))).toEqual(rows.map((_, index) => index + 1));
  const tests = rows.map((row) => [...(row.at(-1) ?? "").matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/g)]);
  expect(rows.filter((_, index) => tests[index]?.length === 0)).toEqual([]);
  const missing = tests.flat().filter(([, file = ""]) => !existsSync(file));
  expect(missing).toEqual([]);
});
