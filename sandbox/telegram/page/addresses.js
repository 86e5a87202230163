// Finds what the person would copy into a wallet: the newest address in the chat, and the coin it is for.

/** @typedef {import("./emulator.js").Message} Message */

/** By shape. One shape may serve several coins: the words around it decide then. @type {[RegExp, string[]][]} */
const SHAPES = [
  [/\b(?:bc1|tb1)[a-z0-9]{20,}\b/i, ["btc"]],
  [/\b0x[0-9a-f]{40}\b/i, ["eth", "usdt"]],
  [/\b[48][1-9A-HJ-NP-Za-km-z]{90,}\b/, ["xmr"]],
  [/\b[1-9A-HJ-NP-Za-km-z]{32,44}\b/, ["sol", "usdt"]],
];

/** @param {string} text @returns {{address: string, coin: string} | undefined} */
function inText(text) {
  for (const [shape, coins] of SHAPES) {
    const address = shape.exec(text)?.[0];
    if (address)
      return { address, coin: coins.findLast((coin) => text.toLowerCase().includes(coin)) ?? coins[0] ?? "btc" };
  }
  return undefined;
}

/** @param {Message[]} newestFirst */
export function lastAddress(newestFirst) {
  for (const message of newestFirst) {
    if (message.from !== "bot") continue;
    const copies = (message.keyboard ?? []).flat().map((key) => key.copy ?? "");
    const found = inText([message.text, message.caption, ...copies].join("\n"));
    if (found) return found;
  }
  return undefined;
}
