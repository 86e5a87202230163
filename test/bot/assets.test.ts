import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ASSETS, assetOf, assetTitle } from "../../src/bot/assets.ts";
import { depositWays } from "../../src/bot/features/deposit/view.ts";

describe("a coin", () => {
  test.each([
    ["btc", "bitcoin", "BTC · Bitcoin"],
    ["eth", "ethereum", "ETH · Ethereum"],
    ["sol", "solana", "SOL · Solana"],
    ["usdt", "erc-20", "USDT · Ethereum (ERC-20)"],
    ["USDT", "ERC20", "USDT · Ethereum (ERC-20)"],
    ["usdt", "solana", "USDT · Solana"],
    ["usdt-sol", "", "USDT · Solana"],
    ["XMR", "", "XMR · Monero"],
  ])("%s over %s is named with its network", (currency, network, title) => {
    expect(assetTitle(assetOf(currency, network))).toBe(title);
  });

  test("over a network we do not expect keeps the provider's name of it, and gets no QR scheme", () => {
    expect(assetOf("usdt", "trc-20")).toEqual({ id: "USDT-ERC20", ticker: "USDT", network: "trc-20" });
    expect(assetOf("doge", "dogecoin")).toMatchObject({ ticker: "DOGE", network: "dogecoin" });
    expect(assetOf("doge").scheme).toBeUndefined();
    expect(assetOf("constructor")).toMatchObject({ ticker: "CONSTRUCTOR" });
  });

  test("is known by the name under which it is opened", () => {
    for (const asset of ASSETS) expect(assetOf(asset.id)).toEqual(asset);
  });

  test("of any name from outside makes a title without control characters", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (currency, network) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
        expect(assetTitle(assetOf(currency, network))).not.toMatch(/[\u0000-\u001f]/);
      }),
    );
  });
});

describe("ways to deposit", () => {
  const listed = {
    addresses: { btc: "bc1q", usdt: "0x1" },
    networks: { btc: "bitcoin", usdt: "erc-20" },
    minDeposit: { btc: "0.0001" },
  };

  test("are those of the provider, and the coin a wallet was opened with where the provider does not list it", () => {
    const titles = depositWays(listed, { asset: "XMR", address: "4A" }).map(({ asset }) => assetTitle(asset));
    expect(titles).toEqual(["BTC · Bitcoin", "USDT · Ethereum (ERC-20)", "XMR · Monero"]);
  });

  test("name every coin once, with the provider's address", () => {
    expect(depositWays(listed, { asset: "BTC", address: "old" }).map(({ address }) => address)).toEqual([
      "bc1q",
      "0x1",
    ]);
  });

  test("USDT on Solana stands beside USDT on Ethereum", () => {
    expect(depositWays(listed, { asset: "USDT-SOL", address: "7x" }).at(-1)?.asset.id).toBe("USDT-SOL");
  });
});
