import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { MAY_IMPORT, OWNER } from "./import-table.ts";

/** Rooms that wire everything: the whole of src/ is theirs. */
const WIRING = ["main", "app", "cli"];

type Import = { file: string; target: string };

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const found = source.matchAll(/(?<![\w."-])(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found]
    .map(([, named, loaded]) => named ?? loaded ?? "")
    .map((target) => ({
      file,
      target: target.startsWith(".") ? normalize(join(dirname(file), target)) : target,
    }));
}

/** `src/store/keys.ts` -> `store`; `src/i18n.ts` and `src/i18n.keys.ts` -> `i18n`. */
function roomOf(path: string): string {
  const [, first = ""] = path.split("/");
  return first.replace(/\..*$/, "");
}

/** The files that come round to themselves by their imports: whatever begins or ends a way is cut off until nothing is. */
function goingRound(ways: Import[]): string[] {
  const [froms, targets] = [new Set(ways.map(({ file }) => file)), new Set(ways.map(({ target }) => target))];
  const inside = ways.filter(({ file, target }) => targets.has(file) && froms.has(target));
  return inside.length < ways.length ? goingRound(inside) : [...froms];
}

const imports = files("src").flatMap(importsOf);
const ours = imports.filter(({ target }) => target.startsWith("src/"));
const packages = imports.filter(({ target }) => !target.startsWith("src/") && !target.startsWith("node:"));

describe("the rooms of src/", () => {
  test("import only what the table allows", () => {
    const wrong = ours.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return from !== to && !WIRING.includes(from) && !MAY_IMPORT[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test("are all in the table", () => {
    const rooms = new Set(files("src").map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT) && !WIRING.includes(room))).toEqual([]);
  });

  test("keep their packages to themselves", () => {
    const name = (target: string) => target.match(/^(@[^/]+\/[^/]+|[^/]+)/)?.[0] ?? target;
    const wrong = packages.filter(({ file, target }) => {
      const owners = OWNER[name(target)];
      return !WIRING.includes(roomOf(file)) && !owners?.includes(roomOf(file));
    });
    expect(wrong).toEqual([]);
  });

  test("have no file that imports itself by way of others", () => {
    expect(goingRound(imports)).toEqual([]);
  });

  test("let no screen of the bot reach into another", () => {
    const feature = (path: string) => path.match(/^src\/bot\/features\/([^/]+)\//)?.[1];
    const wrong = ours.filter(
      ({ file, target }) => feature(file) && feature(target) && feature(file) !== feature(target),
    );
    expect(wrong).toEqual([]);
  });

  test("read the environment in main.ts and cli/ only", () => {
    const readers = files("src").filter((file) => readFileSync(file, "utf8").includes("process.env"));
    expect(readers.filter((file) => !["main", "cli"].includes(roomOf(file)))).toEqual([]);
  });
});

describe("the sandbox", () => {
  test("shares no code with the program", () => {
    const shared = files("sandbox")
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith("src/"));
    expect(shared).toEqual([]);
  });

  test("is not needed by the program", () => {
    expect(imports.filter(({ target }) => target.startsWith("sandbox/"))).toEqual([]);
  });
});
