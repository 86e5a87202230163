import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Demo, startDemo } from "../../../sandbox/demo/start.ts";
import { freshDemoPorts } from "../../fresh-port.ts";

const program = join(import.meta.dirname, "stand-in.ts");
const FIVE_MINUTES = 300_000;

let demo: Demo;
let folder: string;
let lines: string[];

beforeEach(async () => {
  lines = [];
  folder = await mkdtemp(join(tmpdir(), "demo-"));
  const ports = await freshDemoPorts();
  demo = await startDemo({ env: process.env, program, folder, ports, print: (line) => lines.push(line) });
});
afterEach(async () => {
  await demo.stop();
  await rm(folder, { recursive: true });
});

type Told = { now: number; pid: number; date: string };

const ask = async (): Promise<Told> => (await (await fetch(demo.botUrl)).json()) as Told;

const act = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
  fetch(`${demo.chatUrl}_demo/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

test("one line for each thing started, then the address of the chat, which answers", async () => {
  const names = ["Redis", "CryptoCardy sandbox", "Shop", "Telegram emulator", "Bot"];
  expect(names.map((name, index) => lines[index]?.startsWith(name))).toEqual(names.map(() => true));
  expect(lines[0]).toMatch(/\d+ ms$/);
  expect(lines.at(-1)).toContain(demo.chatUrl);
  expect(await (await fetch(demo.chatUrl)).text()).toContain("main.js");
  expect((await fetch(demo.shopUrl)).status).toBe(200);
});

test("a bot that is killed comes back", async () => {
  const { pid } = await ask();
  await act("crash");
  await expect.poll(async () => (await ask().catch(() => undefined))?.pid ?? pid).not.toBe(pid);
  await expect.poll(() => lines.at(-1)).toContain("bot: back after");
});

test("time that passes, passes for the provider, for Telegram and for the bot, also after it was killed", async () => {
  const { pid } = await ask();
  const before = Date.now();
  await act("pass");
  expect(demo.provider.control.now() - before).toBeGreaterThanOrEqual(FIVE_MINUTES);
  expect(demo.telegram.clock.now() - before).toBeGreaterThanOrEqual(FIVE_MINUTES);
  await expect.poll(async () => (await ask()).now - before).toBeGreaterThanOrEqual(FIVE_MINUTES);
  await act("crash");
  await expect.poll(async () => (await ask().catch(() => undefined))?.pid ?? pid).not.toBe(pid);
  const { now, date } = await ask();
  expect(now - before).toBeGreaterThanOrEqual(FIVE_MINUTES);
  expect(Math.abs(Date.parse(date) - now)).toBeLessThan(1000);
});

test("coins sent to an address are seen at once and confirmed a little later", async () => {
  const opened = (await (await fetch(`${demo.provider.url}?asset=USDT-SOL`)).json()) as { wallet: { address: string } };
  const answer = await act("deposit", { address: opened.wallet.address, currency: "usdt", usd: 100 });
  expect(await answer.json()).toMatchObject({ belowMinimum: false });
  const statuses = () => demo.provider.control.state().deposits.map(({ status }) => status);
  expect(statuses()).toEqual(["pending"]);
  await expect.poll(statuses).toEqual(["confirmed"]);
});

test("less than the minimum is said to be lost", async () => {
  const opened = (await (await fetch(`${demo.provider.url}?asset=BTC`)).json()) as { wallet: { address: string } };
  const answer = await act("deposit", { address: opened.wallet.address, currency: "btc", usd: 2 });
  expect(await answer.json()).toMatchObject({ belowMinimum: true });
});

test("a page of another site cannot touch the world", async () => {
  expect((await act("crash", {}, { Origin: "http://evil.example" })).status).toBe(403);
});

test("a bot that cannot start is an error with its last words, and nothing is left running", async () => {
  const broken = join(import.meta.dirname, "broken.ts");
  const print = (line: string) => lines.push(line);
  const ports = await freshDemoPorts();
  const starting = startDemo({ env: process.env, program: broken, folder, ports, print });
  await expect(starting).rejects.toThrow("BOT_TOKEN is missing");
});
