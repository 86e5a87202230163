import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Pattern, parse, type SelectExpression, Visitor } from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { drawKeys, readKeys } from "../scripts/locale-keys.ts";
import { LOCALES } from "../src/i18n.ts";

const PLURALS = { en: ["one", "other"], ru: ["few", "many", "one", "other"] };

const sources = (locale: string) =>
  readdirSync(join("locales", locale)).map((file) => readFileSync(join("locales", locale, file), "utf8"));

const codeFiles = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "i18n.keys.ts")
  .map((name) => ({ name, source: readFileSync(join("src", name), "utf8") }));

describe("texts", () => {
  test("both languages have the same keys with the same variables", () => {
    expect(Object.fromEntries(readKeys("ru"))).toEqual(Object.fromEntries(readKeys("en")));
  });

  test("the generated types are those of the files", () => {
    expect(readFileSync("src/i18n.keys.ts", "utf8"), "run: node scripts/locale-keys.ts").toBe(drawKeys(readKeys("en")));
  });

  test.each(LOCALES)("plurals in %s have every form the language needs", (locale) => {
    const wrong: string[][] = [];
    class Selectors extends Visitor {
      override visitSelectExpression(node: SelectExpression): void {
        // Exact numbers (`[0]`) may stand beside the forms.
        const forms = node.variants.flatMap(({ key }) => ("name" in key ? String(key.name) : [])).sort();
        const isPlural = forms.some((form) => ["one", "few", "many"].includes(form));
        if (isPlural && forms.join() !== PLURALS[locale].join()) wrong.push(forms);
        this.genericVisit(node);
      }
    }
    for (const source of sources(locale)) new Selectors().visit(parse(source, {}));
    expect(wrong).toEqual([]);
  });

  test("no key is left that nothing draws", () => {
    const drawn = codeFiles.map(({ source }) => source).join("\n");
    expect([...readKeys("en").keys()].filter((key) => !drawn.includes(`"${key}"`))).toEqual([]);
  });

  test("no Russian stands in the code", () => {
    // The parsers of what people type know Russian words; they draw nothing.
    const parsers = ["lib/money.ts", "bot/features/short-ways/parse.ts", "bot/features/check/parse.ts"];
    const wrong = codeFiles.filter(({ name, source }) => !parsers.includes(name) && /[а-яё]/i.test(source));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test.each(LOCALES)("an emoji in %s never stands alone", (locale) => {
    const lonely: string[] = [];
    class Patterns extends Visitor {
      override visitPattern(node: Pattern): void {
        const text = node.elements.map((element) => (element.type === "TextElement" ? element.value : "x")).join("");
        if (/\p{Extended_Pictographic}/u.test(text) && !/[\p{L}\d]/u.test(text)) lonely.push(text);
        this.genericVisit(node);
      }
    }
    for (const source of sources(locale)) new Patterns().visit(parse(source, {}));
    expect(lonely).toEqual([]);
  });
});
