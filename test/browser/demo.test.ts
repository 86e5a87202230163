import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Demo, startDemo } from "../../sandbox/demo/start.ts";
import { freshDemoPorts } from "../fresh-port.ts";
import { hasBrowser, openBrowser } from "./browser.ts";
import { checkOut, createVisitor, type Visitor } from "./visitor.ts";

const ALICE = 1001;
const BOB = 1002;

describe.skipIf(!hasBrowser)("the demo", { timeout: 180_000 }, () => {
  let browser: Browser;
  let demo: Demo;
  let folder: string;
  let context: BrowserContext;
  let alice: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "demo-"));
    demo = await startDemo({ env: process.env, print: () => {}, folder, ports: await freshDemoPorts() });
    context = await browser.newContext({ locale: "en-US", permissions: ["clipboard-read", "clipboard-write"] });
    alice = createVisitor(await context.newPage());
    await alice.open(demo.chatUrl, ALICE, "en");
  });
  afterEach(async () => {
    await context?.close();
    await demo?.stop();
    await rm(folder, { recursive: true });
  });

  async function openWallet(visitor: Visitor) {
    await visitor.press("New wallet");
    await visitor.press("Any");
    await visitor.press("USDT · Ethereum");
    await visitor.sees("Your wallet is open");
  }

  async function issueCard(visitor: Visitor) {
    await visitor.deposit(500);
    await visitor.sees("Deposit credited");
    await visitor.press("New card");
    await visitor.press("Visa");
    await visitor.press("491653");
    await visitor.press("$100.00");
    await visitor.press("Without a name");
    await visitor.press("Confirm");
    await visitor.sees("is ready");
  }

  test("from an empty chat to a payment with the code that the chat has shown, refunded afterwards", async () => {
    await openWallet(alice);
    await issueCard(alice);
    await alice.press("Details");
    await alice.press("Show once");
    const card = await alice.readCard();

    const shop = await checkOut(context, `${demo.shopUrl}/buy/music?lang=en`, card);
    await alice.sees("SPOTIFY");
    await alice.press("Copy code");
    await expect.poll(alice.clipboard).toMatch(/^\d{4,8}$/);
    await shop.getByLabel("3DS code").fill(String(await alice.clipboard()));
    await shop.getByRole("button", { name: "Confirm" }).click();
    await shop.getByRole("heading", { name: "Paid" }).waitFor();
    await alice.sees("9.99");

    await shop.getByRole("button", { name: "Refund" }).click();
    await shop.getByRole("heading", { name: "Refunded" }).waitFor();
    await alice.sees(/[Rr]efund/);
    expect(await alice.page.locator(".messages").textContent()).not.toContain(card.number);
  });

  test("after kill -9 the bot goes on where it was", async () => {
    await openWallet(alice);
    demo.bot.kill();
    await issueCard(alice);
  });

  test("a second person sees nothing of the first", async () => {
    await openWallet(alice);
    const bob = createVisitor(await context.newPage());
    await bob.open(demo.chatUrl, BOB, "ru");
    await bob.sees("Новый кошелёк");
    expect(await bob.page.locator(".messages").textContent()).not.toMatch(/0x[0-9a-f]{40}/);
  });
});
