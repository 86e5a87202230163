import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../sandbox/telegram/entities/html.ts";
import { normalize } from "../../../sandbox/telegram/entities/normalize.ts";
import { renderHtml } from "../../../sandbox/telegram/entities/render.ts";
import { ApiFailure } from "../../../sandbox/telegram/failure.ts";

const prefix = "Bad Request: can't parse entities: ";

describe("HTML", () => {
  it.each([
    ["<x>a</x>", 'Unsupported start tag "x" at byte offset 0'],
    ["тест <x>", 'Unsupported start tag "x" at byte offset 9'],
    ["👋<", "Unclosed start tag at byte offset 4"],
    ["<b", "Unclosed start tag at byte offset 0"],
    ["<b ", 'Unclosed start tag "b" at byte offset 0'],
    ["<a href", 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="x', "Unclosed start tag at byte offset 0"],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ["<a href=x/y>y</a>", "Unexpected end of name token at byte offset 8"],
    ["<span>y</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<b>a</b", "Unclosed end tag at byte offset 4"],
    ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
    ['<tg-time unix="1" format="x">a</tg-time>', "Invalid date format used"],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"],
    ["1 < 2", 'Unsupported start tag "" at byte offset 2'],
  ])("refuses %s", (source, text) => {
    expect(() => parseHtml(source)).toThrow(new ApiFailure(400, prefix + text));
  });

  it("counts entities in UTF-16 units", () => {
    expect(parseHtml("👋 <b>тест</b>")).toEqual({
      text: "👋 тест",
      entities: [{ type: "bold", offset: 3, length: 4 }],
    });
  });

  it("knows every tag", () => {
    const source =
      '<b>a</b> <i>b</i> <u>c</u> <s>d</s> <tg-spoiler>e</tg-spoiler> <span class="tg-spoiler">f</span> <code>g</code> ' +
      '<pre><code class="language-ts">h</code></pre> <a href="https://example.com/?a=1&amp;b=2">i</a> ' +
      '<blockquote expandable>j</blockquote> <blockquote>k</blockquote> <tg-time unix="1700000000" format="r">l</tg-time> ' +
      '<tg-emoji emoji-id="5368324170671202286">m</tg-emoji>';
    const { text, entities } = parseHtml(source);
    expect(text).toBe("a b c d e f g h i j k l m");
    expect(entities.map(({ offset, length, ...rest }) => rest)).toEqual([
      { type: "bold" },
      { type: "italic" },
      { type: "underline" },
      { type: "strikethrough" },
      { type: "spoiler" },
      { type: "spoiler" },
      { type: "code" },
      { type: "pre", language: "ts" },
      { type: "text_link", url: "https://example.com/?a=1&b=2" },
      { type: "expandable_blockquote" },
      { type: "blockquote" },
      { type: "date_time", unix_time: 1700000000, date_time_format: "r" },
      { type: "custom_emoji", custom_emoji_id: "5368324170671202286" },
    ]);
  });

  it.each([
    ["<b>a<code>b</code>c</b>", ["bold 0-1", "code 1-2", "bold 2-3"]],
    ['<b>a<a href="https://example.com/">b</a>c</b>', ["bold 0-1", "text_link 1-2", "bold 1-2", "bold 2-3"]],
    ["<i>a<b>b</b>c</i>", ["italic 0-1", "italic 1-3", "bold 1-2"]],
    ["<b>a</b><b>b</b>", ["bold 0-2"]],
    ['<code><a href="https://example.com/">a</a>b</code>', ["code 0-2"]],
    ["<blockquote>a<blockquote>b</blockquote><b>c</b></blockquote>", ["blockquote 0-3", "bold 2-3"]],
    ['<tg-time unix="soon">a</tg-time>', []],
    ["a\u202eb\t<b>c</b>", ["bold 3-4"]],
  ])("keeps of %s what TDLib keeps", (source, kept) => {
    const { entities } = normalize(parseHtml(source));
    expect(entities.map(({ type, offset, length }) => `${type} ${offset}-${offset + length}`)).toEqual(kept);
  });

  it("decodes the four named and all numeric references, and leaves others alone", () => {
    expect(parseHtml("&lt;&gt;&amp;&quot;&#65;&#x1F44B;&nbsp;&apos; & &lt").text).toBe('<>&"A👋&nbsp;&apos; & <');
  });

  it("never throws anything but a refusal of the API", () => {
    const piece = fc.oneof(
      fc.constantFrom("<", ">", "</", "b", "a", ' href="', '"', "'", "=", "&", "&lt;", "&#", ";", "code", "span", "/"),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join("");
        try {
          const { text, entities } = normalize(parseHtml(source));
          for (const { offset, length } of entities) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error;
          expect(error.message.startsWith(prefix)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("reads back what it renders", () => {
    type Node = { tag: string; children: Node[] } | { text: string };
    const { node } = fc.letrec<{ node: Node }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.record({ text: fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }) }),
        fc.record({
          tag: fc.constantFrom("b", "i", "u", "s", "tg-spoiler", "code", "pre", "blockquote", "a"),
          children: fc.array(tie("node"), { maxLength: 3 }),
        }),
      ),
    }));
    const write = (one: Node): string => {
      if ("text" in one) return one.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const attributes = one.tag === "a" ? ' href="https://example.com/"' : "";
      return `<${one.tag}${attributes}>${one.children.map(write).join("")}</${one.tag}>`;
    };
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const once = normalize(parseHtml(nodes.map(write).join("")));
        expect(normalize(parseHtml(renderHtml(once)))).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });
});
