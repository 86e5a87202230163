import { type Bot, startBot } from "./bot.ts";
import { startServer } from "./child.ts";
import { type EventKind, MARK, newEvent } from "./events.ts";
import { createLoad } from "./load.ts";
import { median, percentile } from "./numbers.ts";
import { BOT_TOKEN, type TelegramStub } from "./stubs.ts";
import { atMost, type Row } from "./table.ts";

// So many that nobody gets more payments in a minute than are told one by one.
const PEOPLE = 119;
const ROUNDS = 3;
const LOST_MS = 15_000;

type Course = { kind: EventKind; perSecond: number; delayMs: number; count: number };

const COURSES: Course[] = [
  { kind: "3ds.challenge", perSecond: 20, delayMs: 0, count: 60 },
  { kind: "3ds.challenge", perSecond: 200, delayMs: 0, count: 400 },
  { kind: "3ds.challenge", perSecond: 20, delayMs: 80, count: 60 },
  { kind: "3ds.challenge", perSecond: 200, delayMs: 80, count: 400 },
  // Ordinary notices leave at 20 a second, below Telegram's limit: with as many or more only their queue would be measured.
  { kind: "transaction.authorized", perSecond: 10, delayMs: 0, count: 40 },
  { kind: "transaction.authorized", perSecond: 10, delayMs: 80, count: 40 },
];

/**
 * From the request of an event to its message in the chat (the stub's answer), through the whole program and through a
 * relay that verifies and sends.
 */
export async function measureLatency(): Promise<Row[]> {
  const bot = await startBot(PEOPLE);
  const { telegram } = bot;
  const secrets = Object.fromEntries(
    Array.from({ length: PEOPLE }, (_, index) => bot.person(index)).map(({ token, secret, userId }) => [
      token,
      { secret, chatId: userId },
    ]),
  );
  const relay = await startServer("bench/programs/relay.ts", {
    SECRETS: JSON.stringify(secrets),
    TELEGRAM: telegram.url,
    TOKEN: BOT_TOKEN,
  });
  try {
    const chat = listenTo(telegram);
    await run(bot.url, chat, bot, { kind: "3ds.challenge", perSecond: 100, delayMs: 0, count: 200 });
    await run(relay.url, chat, bot, { kind: "3ds.challenge", perSecond: 100, delayMs: 0, count: 200 });
    const rows: Row[] = [];
    for (const course of COURSES) rows.push(...(await compare(course, bot, relay.url, chat)));
    return rows;
  } finally {
    await relay.stop();
    await bot.close();
  }
}

async function compare(course: Course, bot: Bot, relayUrl: string, chat: Chat): Promise<Row[]> {
  const ours: number[][] = [];
  const floor: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(await run(relayUrl, chat, bot, course));
    ours.push(await run(bot.url, chat, bot, course));
  }
  const { kind, perSecond, delayMs } = course;
  const target = atMost(delayMs > 0 ? 1.05 : 3);
  return [0.5, 0.95, 0.99].map((share) => ({
    measure: `a ${kind}, ${perSecond}/s, answers after ${delayMs} ms: p${share * 100}`,
    unit: "ms",
    ours: median(ours.map((round) => percentile(round, share))),
    floor: median(floor.map((round) => percentile(round, share))),
    ...(share === 0.5 && { target }),
  }));
}

type Chat = { settings: TelegramStub["settings"]; expect(mark: string): Promise<number> };

/** Resolves with the moment in which the message with a mark was in the chat. */
function listenTo(telegram: TelegramStub): Chat {
  const waiting = new Map<string, (at: number) => void>();
  telegram.listenTo((body) => {
    const mark = body.match(MARK)?.[0] ?? "";
    waiting.get(mark)?.(performance.now());
    waiting.delete(mark);
  });
  return {
    settings: telegram.settings,
    expect: (mark) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("a message did not come")), LOST_MS);
        waiting.set(mark, (at) => {
          clearTimeout(timer);
          resolve(at);
        });
      }),
  };
}

let turn = 0;

/** Latencies in milliseconds, in the order of the events; people take turns over all courses. */
async function run(url: string, chat: Chat, bot: Bot, { kind, perSecond, delayMs, count }: Course): Promise<number[]> {
  chat.settings.delayMs = delayMs;
  const load = createLoad(url, 64);
  const latencies: number[] = [];
  await load.pace(perSecond, count, async (index) => {
    const event = newEvent(kind, bot.person(turn++));
    const arrived = chat.expect(event.mark);
    const started = performance.now();
    await load.post(event);
    latencies[index] = (await arrived) - started;
  });
  await load.close();
  return latencies;
}
