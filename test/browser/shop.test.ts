import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CryptoCardySandbox, createCryptoCardySandbox } from "../../sandbox/cryptocardy/server.ts";
import { createShop, type Shop } from "../../sandbox/shop/server.ts";
import { hasBrowser, openBrowser } from "./browser.ts";

const SEED = "a1b2-c3d4-e5f6-7890";

type CardDetails = { pan: string; cvv: string; exp_month: number; exp_year: number };

describe.skipIf(!hasBrowser)("the shop", () => {
  let browser: Browser;
  let provider: CryptoCardySandbox;
  let shop: Shop;
  let page: Page;
  let cardId: string;
  let card: CardDetails;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    provider = await createCryptoCardySandbox({ seed: SEED, settleAfterMs: false });
    provider.control.deposit({ seed: SEED, currency: "usdt", usd: 1000, confirm: true });
    cardId = (await api<{ id: string }>("POST", "/cards", { bin_id: "491653", amount: 100, label: "Ads" })).id;
    card = await api<CardDetails>("GET", `/cards/${cardId}/details`);
    shop = await createShop({ controlUrl: `${provider.origin}/_control` });
    page = await browser.newPage({ locale: "en-US" });
    await page.goto(shop.url);
  });

  afterEach(async () => {
    await page.context().close();
    await shop.close();
    await provider.close();
  });

  async function api<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const headers = { "X-Seed": SEED, "Content-Type": "application/json" };
    const response = await fetch(provider.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect(response.ok).toBe(true);
    return (await response.json()) as Answer;
  }

  async function pay(product: string, changes: { cvv?: string; amount?: string } = {}) {
    await page.getByRole("link", { name: `Buy: ${product}` }).click();
    await page.getByLabel("Card number").fill(card.pan);
    await page.getByLabel("Expiry").fill(`${String(card.exp_month).padStart(2, "0")}/${card.exp_year % 100}`);
    await page.getByLabel("CVV").fill(changes.cvv ?? card.cvv);
    if (changes.amount) await page.getByLabel("Amount").fill(changes.amount);
    await page.getByRole("button", { name: "Pay" }).click();
  }

  async function code(): Promise<string> {
    const challenges = await api<{ data: { otp: string }[] }>("GET", "/3ds?status=pending");
    return challenges.data[0]?.otp ?? "none";
  }

  test("a purchase with the right code is paid, and can be refunded from the front page", async () => {
    await pay("Music subscription");
    await page.getByLabel("3DS code").fill(await code());
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("heading", { name: "Paid" }).waitFor();

    await page.getByRole("link", { name: "Back to the shop" }).click();
    await page.getByRole("button", { name: "Refund" }).click();
    await page.getByRole("heading", { name: "Refunded" }).waitFor();
    expect((await api<{ balance: number }>("GET", `/cards/${cardId}`)).balance).toBe(100);
  });

  test("a wrong code may be tried again, three times in all", async () => {
    await pay("Music subscription");
    for (const left of [2, 1]) {
      await page.getByLabel("3DS code").fill("000");
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect.poll(() => page.getByRole("alert").textContent()).toContain(`Attempts left: ${left}`);
    }
    await page.getByLabel("3DS code").fill("000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("wrong too often").waitFor();
  });

  test("a decline says why in words", async () => {
    await pay("Ad platform", { amount: "250" });
    await page.getByRole("heading", { name: "Declined" }).waitFor();
    await page.getByText("There is not enough money on the card.").waitFor();
  });

  test("a frozen card is declined as frozen, also in Russian", async () => {
    await api("POST", `/cards/${cardId}/freeze`);
    await pay("Groceries");
    await page.getByText("The card is frozen.").waitFor();
    await page.getByRole("link", { name: "Русский" }).click();
    await page.getByText("Карта заморожена.").waitFor();
  });

  test("what cannot be a card number never reaches the bank", async () => {
    await page.getByRole("link", { name: "Buy: Groceries" }).click();
    await page.getByLabel("Card number").fill("1234");
    await page.getByRole("button", { name: "Pay" }).click();
    await page.getByText("A card number has 13 to 19 digits.").waitFor();
    expect(await page.getByLabel("Card number").getAttribute("aria-invalid")).toBe("true");
    expect(provider.control.state().transactions).toEqual([]);
  });

  test("a form of another site is not taken", async () => {
    const answer = await fetch(`${shop.url}/buy/food`, {
      method: "POST",
      headers: { Origin: "http://evil.example", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ number: card.pan, cvv: card.cvv, expiry: "01/30", amount: "5" }).toString(),
    });
    expect(answer.status).toBe(403);
    expect(provider.control.state().transactions).toEqual([]);
  });
});
