import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const WORDS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const place = PLACES.find((candidate) => existsSync(candidate));

/** Whether there is a browser to test with. Where it must be, in CI, its absence is a failure and not an excuse. */
export const hasBrowser = place !== undefined || Boolean(process.env.CI);

if (!hasBrowser) console.log("no browser here (chromium-headless-shell): the browser tests are skipped");

export async function openBrowser(): Promise<Browser> {
  if (!place) throw new Error(`no browser: install chromium-headless-shell (looked at ${PLACES.join(", ")})`);
  return chromium.launch({ executablePath: place, args: WORDS });
}
