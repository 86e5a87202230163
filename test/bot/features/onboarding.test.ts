import { describe, expect, test } from "vitest";
import { startWorld } from "../../world.ts";
import { opensWallet, SEED, tap } from "./hands.ts";

const openings = (calls: { method: string; path: string }[]) =>
  calls.filter(({ method, path }) => method === "GET" && /^(\/v1\/api)?\/?$/.test(path));

describe("a newcomer", () => {
  test("reads what this is and what it cannot do before anything else", async () => {
    const { person } = await startWorld();
    const ada = person(1, { name: "Ada", language: "en" });
    await ada.send("/start");
    const welcome = await ada.waitFor("Virtual Visa and Mastercard cards");
    expect(welcome.text).toContain("Crypto cannot be sent back out");
    expect(welcome.text).toContain("a third party");
    expect(ada.buttons()).toEqual(["🆕 New wallet", "🔑 I have a seed", "English", "Русский"]);
  });

  test("is spoken to in the language of their app, and in the other one at the press of a button", async () => {
    const { person } = await startWorld();
    const vera = person(2, { name: "Вера", language: "ru" });
    await vera.send("/start");
    await vera.waitFor("Виртуальные карты");
    expect(vera.buttons()).toEqual(["🆕 Новый кошелёк", "🔑 У меня есть seed", "English", "Русский"]);
    await vera.press("English");
    await vera.waitFor("Virtual Visa");
    await vera.send("/help");
    await vera.waitFor("What you can do here");
  });

  test("a link with a payload starts like any other", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/start spring_sale");
    await ada.waitFor("Virtual Visa");
  });
});

describe("a new wallet", () => {
  test("shows address, network, minimum and what must not be sent there", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/start");
    await tap(ada, "New wallet");
    await tap(ada, "Visa");
    await tap(ada, "USDT · Ethereum (ERC-20)");
    const opened = await ada.waitFor("Your wallet is open");
    expect(opened.photo).toBeDefined();
    expect(opened.text).toMatch(/0x[0-9a-fA-F]+/);
    expect(opened.text).toContain("Network: Ethereum (ERC-20)");
    expect(opened.text).toContain("Minimum: 5.00 USDT");
    expect(opened.text).toContain("Do not send USDT from Solana");
    expect((await ada.press("Copy address")).copied).toMatch(/^0x/);
  });

  test("never shows the number of the previewed card, nor the seed", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await opensWallet(ada);
    expect(ada.transcript()).not.toMatch(/\d{4} \d{4} \d{4} \d{4}/);
    expect(ada.transcript()).not.toMatch(SEED);
  });

  test("ten presses of the coin open one wallet", async () => {
    const { person, cryptocardy } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/start");
    await tap(ada, "New wallet");
    await tap(ada, "Any");
    await ada.waitUntil(() => ada.find("XMR · Monero") !== undefined);
    const grid = ada.lastFromBot();
    const data = ada.find("XMR · Monero")?.data ?? "";
    await Promise.all(Array.from({ length: 10 }, () => ada.stalePress(grid?.id ?? 0, data)));
    await ada.waitFor("Your wallet is open");
    expect(openings(cryptocardy.control.calls())).toHaveLength(1);
    expect(ada.messages().filter(({ photo }) => photo)).toHaveLength(1);
  });

  test("a lost answer is told honestly, and trying again opens one", async () => {
    const { person, cryptocardy } = await startWorld();
    const ada = person(1, { language: "en" });
    cryptocardy.control.faults.add({ method: "GET", path: "/", times: 1, kind: "drop-after" });
    await ada.send("/start");
    await tap(ada, "New wallet");
    await tap(ada, "Any");
    await tap(ada, "BTC · Bitcoin");
    const lost = await ada.waitFor("did not answer, so no wallet was opened");
    expect(lost.text).toContain("No money can be lost");
    await tap(ada, "Retry");
    await tap(ada, "BTC · Bitcoin");
    await ada.waitFor("Your wallet is open");
    await ada.send("/start");
    await ada.waitFor("in the wallet");
  });

  test.each([
    { what: "too many requests", status: 429 },
    { what: "an error of the provider", status: 500 },
  ])("that $what stopped can be opened at the next try", async ({ status }) => {
    const { person, cryptocardy } = await startWorld();
    const ada = person(1, { language: "en" });
    cryptocardy.control.faults.add({ method: "GET", path: "/", times: 20, kind: "status", status });
    await ada.send("/start");
    await tap(ada, "New wallet");
    await tap(ada, "Any");
    await tap(ada, "SOL · Solana");
    await ada.waitUntil(() => ada.find("Retry") !== undefined);
    cryptocardy.control.faults.clear();
    await tap(ada, "Retry");
    await tap(ada, "SOL · Solana");
    await ada.waitFor("Your wallet is open");
  });

  test("is told of its deposits in the language it was opened in", async () => {
    const { person, cryptocardy } = await startWorld();
    const vera = person(2, { language: "ru" });
    await opensWallet(vera, { start: "Новый кошелёк", any: "Любая" });
    const address = vera.find("Скопировать адрес")?.copy ?? "";
    await expect
      .poll(
        () =>
          cryptocardy.control.webhooks.deliveries().length +
          cryptocardy.control.calls().filter(({ method, path }) => method === "POST" && path.endsWith("/webhooks"))
            .length,
      )
      .toBeGreaterThan(0);
    cryptocardy.control.deposit({ address, currency: "btc", usd: 50 });
    await vera.waitFor(/Депозит|депозит/);
  });

  test("XMR stays reachable in the deposit screen though the API does not list it", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "ru" });
    await ada.send("/start");
    await tap(ada, "Новый кошелёк");
    await tap(ada, "Любая");
    await tap(ada, "XMR · Monero");
    const opened = await ada.waitFor("Кошелёк открыт");
    const address = ada.find("Скопировать адрес", opened.id)?.copy;
    await ada.send("/deposit");
    await ada.waitFor("Чем пополните кошелёк?");
    await tap(ada, "XMR · Monero");
    const deposit = await ada.waitFor((message) => message.photo !== undefined && message.id > opened.id);
    expect(deposit.text).toContain(address);
    expect(deposit.text).toContain("Сеть: Monero");
  });
});
