import type { BrowserContext, Locator, Page } from "playwright-core";

export type Card = { number: string; expiry: string; cvv: string };

/** Somebody at the chat page: their eyes and hands. */
export function createVisitor(page: Page) {
  const lastWith = (text: string | RegExp): Locator => page.locator(".row", { hasText: text }).last();

  return {
    page,

    async open(chatUrl: string, person: number, language: string): Promise<void> {
      await page.goto(`${chatUrl}?person=${person}&lang=${language}`);
      await page.locator(".wide").click();
    },

    /** Presses the newest button with these words. */
    press: (words: string): Promise<void> => page.locator(".key", { hasText: words }).last().click(),

    say: async (text: string): Promise<void> => {
      await page.locator("textarea").fill(text);
      await page.keyboard.press("Enter");
    },

    /** Waits for a message with this text. */
    sees: (text: string | RegExp): Promise<void> => lastWith(text).waitFor(),
    message: lastWith,

    /** Sends coins from the side panel to the address that the chat shows. */
    async deposit(usd: number): Promise<void> {
      await page.locator("#worth").fill(String(usd));
      await page.locator(".action.primary").click();
    },

    /** Reads the card in the pop-up and closes it. */
    async readCard(): Promise<Card> {
      const text = (await page.getByRole("alertdialog").locator("p").textContent()) ?? "";
      await page.locator(".dialog-ok").click();
      const [number = "", expiry = "", cvv = ""] = /([\d ]{19})\s+(\d\d\/\d\d)\D+(\d{3})/.exec(text)?.slice(1) ?? [];
      return { number, expiry, cvv };
    },

    clipboard: (): Promise<unknown> => page.evaluate("navigator.clipboard.readText()"),
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

/** A checkout in a tab of its own, up to the question for the code. */
export async function checkOut(context: BrowserContext, url: string, card: Card): Promise<Page> {
  const shop = await context.newPage();
  await shop.goto(url);
  await shop.locator("#number").fill(card.number);
  await shop.locator("#expiry").fill(card.expiry);
  await shop.locator("#cvv").fill(card.cvv);
  await shop.locator("form button").click();
  return shop;
}
