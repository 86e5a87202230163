const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup that is safe already: only `html` makes it. */
export type Html = { readonly markup: string };

type Part = string | number | Html | undefined | false | Part[];

/** A template of a page: whatever is put in is escaped, unless it is `Html` itself; `undefined` and `false` leave nothing. */
export function html(words: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: words.reduce((page, word, index) => page + draw(parts[index - 1]) + word) };
}

function draw(part: Part): string {
  if (part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(draw).join("");
  if (typeof part === "object") return part.markup;
  return String(part).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
