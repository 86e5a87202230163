import type { Entity } from "../wire.ts";
import { byPlace } from "./fix.ts";
import type { Formatted } from "./html.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const tags = (entity: Entity): [open: string, close: string] => {
  const pair = (tag: string, attributes = ""): [string, string] => [`<${tag}${attributes}>`, `</${tag}>`];
  switch (entity.type) {
    case "bold":
      return pair("b");
    case "italic":
      return pair("i");
    case "underline":
      return pair("u");
    case "strikethrough":
      return pair("s");
    case "spoiler":
      return pair("tg-spoiler");
    case "code":
      return pair("code");
    case "pre":
      return entity.language
        ? [`<pre><code class="language-${escaped(entity.language)}">`, "</code></pre>"]
        : pair("pre");
    case "text_link":
      return pair("a", ` href="${escaped(entity.url ?? "")}"`);
    case "text_mention":
      return pair("a", ` href="tg://user?id=${entity.user?.id ?? 0}"`);
    case "blockquote":
      return pair("blockquote");
    case "expandable_blockquote":
      return pair("blockquote", " expandable");
    case "custom_emoji":
      return pair("tg-emoji", ` emoji-id="${entity.custom_emoji_id ?? ""}"`);
    case "date_time":
      return pair("tg-time", ` unix="${entity.unix_time ?? 0}" format="${escaped(entity.date_time_format ?? "")}"`);
    default:
      return ["", ""];
  }
};

/**
 * Text and entities back to Telegram's HTML. Entities that cross each other are closed and opened again at the crossing;
 * those Telegram finds by itself (links, commands) get no tag.
 */
export const renderHtml = ({ text, entities }: Formatted): string => {
  const bounds = new Set([0, text.length, ...entities.flatMap(({ offset, length }) => [offset, offset + length])]);
  const cuts = [...bounds].sort((a, b) => a - b);
  let open: Entity[] = [];
  let out = "";
  for (const [index, at] of cuts.entries()) {
    const active = entities.filter(({ offset, length }) => offset <= at && at < offset + length).sort(byPlace);
    const differs = active.findIndex((entity, level) => open[level] !== entity);
    const common = Math.min(open.length, differs < 0 ? active.length : differs);
    for (const entity of open.slice(common).toReversed()) out += tags(entity)[1];
    for (const entity of active.slice(common)) out += tags(entity)[0];
    open = active;
    out += escaped(text.slice(at, cuts[index + 1] ?? at));
  }
  return out;
};
