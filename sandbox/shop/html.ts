const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup that is safe already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | false | Part[];

/** A template of a page: whatever is put in is escaped, unless it is `Html` itself; `undefined` and `false` leave nothing. */
export function html(words: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(words.reduce((page, word, index) => page + draw(parts[index - 1]) + word));
}

function draw(part: Part): string {
  if (part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(draw).join("");
  if (part instanceof Html) return part.text;
  return String(part).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
