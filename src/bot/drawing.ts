/** A picture has its own ground, so that it reads the same in Telegram's light and dark. */
export const COLOURS = {
  ground: "#17212b",
  ink: "#f5f7fa",
  dim: "#a9b8c6",
  month: "#5eb5f7",
  earlier: "#4a7aa3",
  category: "#6fd08c",
  shop: "#f2b759",
};
export const FONT = "Inter";

/**
 * Without what the font has no shapes for: signs before a word, and letters of other scripts than those of most shops.
 * Both stand in the text.
 */
export const drawable = (text: string): string =>
  text
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, "")
    .replace(/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}]/gu, "")
    .trim();
