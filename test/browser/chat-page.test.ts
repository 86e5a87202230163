import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTelegramEmulator, type TelegramEmulator } from "../../sandbox/telegram/emulator.ts";
import { createPage } from "../../sandbox/telegram/page/serve.ts";
import { hasBrowser, openBrowser } from "./browser.ts";
import { startSmallBot } from "./small-bot.ts";

describe.skipIf(!hasBrowser)("the chat page", () => {
  let browser: Browser;
  let telegram: TelegramEmulator;
  let bot: Awaited<ReturnType<typeof startSmallBot>>;
  let page: Page;
  const mistakes: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    telegram = await createTelegramEmulator({ page: createPage(), limits: false, pollingQuirks: false });
    bot = await startSmallBot(telegram);
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      locale: "en-US",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    page = await context.newPage();
    mistakes.length = 0;
    page.on("pageerror", (error) => mistakes.push(error.message));
    page.on("console", (message) => {
      // Without the demo there is no outside world, and the page finds that out by asking.
      const expected = message.location().url.endsWith("/_demo/info");
      if (message.type() === "error" && !expected) mistakes.push(message.text());
    });
    await page.goto(telegram.url);
  });

  afterEach(async () => {
    expect(mistakes).toEqual([]);
    await page.context().close();
    await bot.stop();
    await telegram.close();
  });

  const say = async (text: string) => {
    await page.getByRole("combobox", { name: "Message" }).fill(text);
    await page.keyboard.press("Enter");
  };
  const lastText = () => page.locator(".row .text").last().textContent();
  const start = async () => {
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: "Slow" }).waitFor();
  };

  test("an empty chat tells what the bot does and has one button", async () => {
    await page.getByText("Shows what the page can draw.").waitFor();
    await start();
    expect(await lastText()).toBe("Hello");
    expect(await page.getByText("What can this bot do?").isVisible()).toBe(false);
  });

  test("a pressed button waits until the bot answers", async () => {
    await start();
    const slow = page.getByRole("button", { name: "Slow" });
    await slow.click();
    await expect.poll(() => slow.getAttribute("aria-busy")).toBe("true");
    await expect.poll(() => bot.slow.length).toBe(1);
    await bot.slow[0]?.answer();
    await expect.poll(() => slow.getAttribute("aria-busy")).toBe(null);
  });

  test("an alert shows the bot's words as words, and Escape closes it", async () => {
    await start();
    await page.getByRole("button", { name: "Alert" }).click();
    const alert = page.getByRole("alertdialog");
    await expect.poll(() => alert.textContent()).toContain("<img src=x onerror=");
    expect(await alert.locator("img").count()).toBe(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => alert.count()).toBe(0);
    await expect.poll(() => page.evaluate("document.activeElement?.textContent")).toContain("Alert");
  });

  test("an edit changes the message in place, shows the toast, and keeps the focus on the button", async () => {
    await start();
    const edit = page.getByRole("button", { name: "Edit" });
    await edit.focus();
    await page.keyboard.press("Enter");
    await expect.poll(lastText).toBe("Changed");
    await expect.poll(() => page.getByRole("status").textContent()).toBe("A toast");
    await expect.poll(() => page.evaluate("document.activeElement?.textContent")).toContain("Edit");
    expect(await page.locator(".row").count()).toBe(2);
  });

  test("a deleted message leaves the chat", async () => {
    await start();
    await page.getByRole("button", { name: "Delete" }).click();
    await expect.poll(() => page.locator(".row.in").count()).toBe(0);
  });

  test("a copy button copies", async () => {
    await start();
    await page.getByRole("button", { name: "Copy code" }).click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("Copied");
    await expect.poll(() => page.evaluate("navigator.clipboard.readText()")).toBe("482913");
  });

  test("entities are drawn, and markup in a text stays text", async () => {
    await start();
    await say("/entities");
    await expect.poll(lastText).toContain("Bold");
    const last = page.locator(".row").last();
    expect(await last.locator("b").textContent()).toBe("Bold");
    expect(await last.locator("blockquote").textContent()).toBe("quoted");
    expect(await last.locator("time[data-format]").textContent()).toBe("in 1 hour");
    expect(await last.textContent()).toContain("<img src=x");
    const spoiler = last.getByRole("button", { name: "Hidden text" });
    await spoiler.click();
    expect(await last.locator(".spoiler.shown").textContent()).toBe("secret");
    await last.locator("code").click();
    await expect.poll(() => page.evaluate("navigator.clipboard.readText()")).toBe("c0de");
  });

  test("a picture opens large", async () => {
    await start();
    await say("/photo");
    await page.getByRole("button", { name: "Enlarge the picture" }).click();
    const large = page.getByRole("dialog", { name: "Photo" });
    await large.waitFor();
    await large.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => large.count()).toBe(0);
  });

  test("typing is shown until the message comes", async () => {
    await start();
    await say("/typing");
    await expect.poll(() => page.locator(".status").textContent()).toContain("typing");
    await say("/reply");
    await expect.poll(lastText).toBe("Yes");
    await expect.poll(() => page.locator(".status").textContent()).toBe("bot");
    expect(await page.locator(".reply").textContent()).toContain("/reply");
  });

  test("the newest message stays in sight, but not against somebody who reads older ones", async () => {
    await start();
    for (let count = 1; count <= 12; count++) {
      await say("/language");
      await expect.poll(() => page.locator(".row.in").count()).toBe(count + 1);
    }
    const down = page.getByRole("button", { name: "To the newest message" });
    await page.setViewportSize({ width: 390, height: 500 });
    const below = "(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)";
    await expect.poll(() => page.evaluate(`${below}(document.querySelector(".scroller"))`)).toBe(0);
    await expect.poll(() => down.isVisible()).toBe(false);

    await page.evaluate("document.querySelector('.scroller').scrollTo(0, 0)");
    await down.waitFor();
    await fetch(`${telegram.url}/bot${telegram.token}/sendMessage?chat_id=1001&text=News`);
    await expect.poll(() => down.textContent()).toBe("1");
    await down.click();
    await expect.poll(() => down.isVisible()).toBe(false);
  });

  test("the command menu is worked with the keyboard", async () => {
    await start();
    const line = page.getByRole("combobox", { name: "Message" });
    await line.pressSequentially("/");
    await expect.poll(() => page.getByRole("option").count()).toBe(2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Enlarge the picture" }).waitFor();
  });

  test("another language is another language for the bot too", async () => {
    await start();
    await page.getByRole("button", { name: "World" }).click();
    await page.getByRole("button", { name: "Русский" }).click();
    await page.getByRole("button", { name: "Чат" }).click();
    await page.getByRole("combobox", { name: "Сообщение" }).fill("/language");
    await page.keyboard.press("Enter");
    await expect.poll(lastText).toBe("You speak ru");
  });

  test("the second person has a chat of their own", async () => {
    await start();
    await page.getByRole("button", { name: "World" }).click();
    await page.getByRole("button", { name: "Bob" }).click();
    await page.getByRole("button", { name: "Chat" }).click();
    await page.getByRole("button", { name: "Start" }).waitFor();
    expect(await page.locator(".row").count()).toBe(0);
  });

  test("a person can block the bot and come back", async () => {
    await start();
    await page.getByRole("button", { name: "World" }).click();
    await page.getByRole("button", { name: "Block the bot" }).click();
    await page.getByRole("button", { name: "Chat" }).click();
    await page.getByRole("main").getByRole("button", { name: "Unblock the bot" }).click();
    await page.getByRole("combobox", { name: "Message" }).waitFor();
  });
});
