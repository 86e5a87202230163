// Takes the pictures of docs/screenshots/ from the running demo: `node scripts/run.mjs scripts/screenshots.ts`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { type Demo, startDemo } from "../sandbox/demo/start.ts";
import { openBrowser } from "../test/browser/browser.ts";
import { type Card, checkOut, createVisitor, type Visitor } from "../test/browser/visitor.ts";

const FOLDER = join(import.meta.dirname, "..", "docs", "screenshots");
const PHONE = { width: 390, height: 780 };
const DESK = { width: 1120, height: 800 };
// Long enough for every animation of the page.
const SETTLED_MS = 900;

const WORDS = {
  en: {
    open: ["New wallet", "Any", "USDT · Ethereum"],
    deposited: "Deposit credited",
    issue: ["New card", "Visa", "491653", "$100.00", "Without a name", "Confirm"],
    ready: "is ready",
    reveal: ["Details", "Show once"],
    home: "Home",
  },
  ru: {
    open: ["Новый кошелёк", "Любая", "USDT · Ethereum"],
    deposited: "Депозит зачислен",
    issue: ["Новая карта", "Visa", "491653", "100,00", "Без названия", "Подтвердить"],
    ready: /готова/,
    reveal: ["Реквизиты", "Показать один раз"],
    home: "Домой",
  },
};
type Language = keyof typeof WORDS;

mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();
const demo = await startDemo({ env: process.env, print: () => {} });
try {
  await english(demo);
  await russian(demo);
} finally {
  await demo.stop();
  await browser.close();
}

async function english({ chatUrl, shopUrl }: Demo): Promise<void> {
  const visitor = await visit(chatUrl, 1001, "en", { viewport: DESK, colorScheme: "light" });
  const card = await issue(visitor, "en");
  const shop = await checkOut(visitor.page.context(), `${shopUrl}/buy/music?lang=en`, card);
  await visitor.sees("SPOTIFY");
  await picture(visitor.page, "demo-en");
  await visitor.page.setViewportSize(PHONE);
  await picture(visitor.page, "code-en");
  await shop.setViewportSize({ width: 620, height: 480 });
  await picture(shop, "shop-en");
}

async function russian({ chatUrl, shopUrl }: Demo): Promise<void> {
  const visitor = await visit(chatUrl, 1002, "ru", { viewport: DESK, colorScheme: "dark" });
  const card = await issue(visitor, "ru");
  await checkOut(visitor.page.context(), `${shopUrl}/buy/hotel?lang=ru`, card);
  await visitor.sees("HOTEL MERIDIAN");
  await visitor.page.setViewportSize(PHONE);
  await picture(visitor.page, "declined-ru");
}

async function visit(chatUrl: string, person: number, language: Language, options: BrowserContextOptions) {
  const context = await browser.newContext({ ...options, locale: language === "en" ? "en-US" : "ru-RU" });
  const visitor = createVisitor(await context.newPage());
  await visitor.open(chatUrl, person, language);
  return visitor;
}

async function issue(visitor: Visitor, language: Language): Promise<Card> {
  const words = WORDS[language];
  for (const word of words.open) await visitor.press(word);
  await visitor.page.locator("#address:not(:placeholder-shown)").waitFor();
  await visitor.deposit(500);
  await visitor.sees(words.deposited);
  for (const word of words.issue) await visitor.press(word);
  await visitor.sees(words.ready);
  for (const word of words.reveal) await visitor.press(word);
  const card = await visitor.readCard();
  await visitor.press(words.home);
  return card;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
