import type { Entity } from "../wire.ts";
import { endOf, fixEntities } from "./fix.ts";

const patterns: [type: string, pattern: RegExp][] = [
  ["bot_command", /(?<![\w/<])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])/g],
  ["email", /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi],
  [
    "url",
    /(?<![\w@.])(?:https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'»]|(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|app|ru|dev)\b(?:\/[^\s<>"]*[^\s<>".,;:!?)'»])?)/gi,
  ],
  ["mention", /(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}\b/g],
  ["hashtag", /(?<![\p{L}\p{N}_#])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
];

/**
 * The entities Telegram finds by itself in a text (commands, links, mentions, hash tags, addresses), where none of `given`
 * lies. A simplified reading of the real rules: phone numbers, cash tags and most top-level domains are left out.
 */
export const detectEntities = (text: string, given: Entity[]): Entity[] => {
  const free = ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"];
  const taken = given.filter((entity) => !free.includes(entity.type));
  const found: Entity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const offset = match.index;
      const length = match[0].length;
      const overlaps = [...taken, ...found].some((one) => offset < endOf(one) && one.offset < offset + length);
      if (!overlaps) found.push({ type, offset, length });
    }
  }
  return found.length === 0 ? given : fixEntities([...given, ...found]);
};
