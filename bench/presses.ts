import { type Bot, startBot } from "./bot.ts";
import { type Child, startServer } from "./child.ts";
import { createLoad, type Posted } from "./load.ts";
import { median } from "./numbers.ts";
import type { Somebody } from "./people.ts";
import { BOT_TOKEN } from "./stubs.ts";
import { atLeast, type Row } from "./table.ts";

const PEOPLE = 200;
const CONNECTIONS = 32;
const COUNT = 2_000;
const ROUNDS = 5;

type Side = { url: string; cpuMs: Child["cpuMs"]; perSecond: number[]; cpuPerPress: number[] };

/**
 * Presses handled per second: the whole program ("Refresh": sealed record, one call to CryptoCardy, answer, edit), and two
 * bots that only answer and edit. All against the same stub, each press of somebody else than the one before.
 */
export async function measurePresses(): Promise<Row[]> {
  const bot = await startBot(PEOPLE);
  const env = { TELEGRAM: bot.telegram.url, TOKEN: BOT_TOKEN, SECRET: bot.telegram.webhookSecret() };
  const grammy = await startServer("bench/programs/grammy.ts", env);
  const telegraf = await startServer("bench/programs/telegraf.ts", env);
  try {
    const sides = { ours: side(bot), grammy: side(grammy), telegraf: side(telegraf) };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const one of Object.values(sides)) await press(one, bot, round > 0);
    }
    const { ours, ...peers } = sides;
    return Object.entries(peers).flatMap(([name, peer]) => [
      {
        measure: `c presses, beside ${name}`,
        unit: "/s",
        ours: median(ours.perSecond),
        floor: median(peer.perSecond),
        target: atLeast(1),
      },
      {
        measure: `c processor time of a press, beside ${name}`,
        unit: "µs",
        ours: median(ours.cpuPerPress),
        floor: median(peer.cpuPerPress),
      },
    ]);
  } finally {
    await Promise.all([grammy.stop(), telegraf.stop(), bot.close()]);
  }
}

const side = ({ url, cpuMs }: Pick<Side, "url" | "cpuMs">): Side => ({ url, cpuMs, perSecond: [], cpuPerPress: [] });

async function press({ url, cpuMs, perSecond, cpuPerPress }: Side, bot: Bot, counts: boolean): Promise<void> {
  const presses = Array.from({ length: COUNT }, (_, index) =>
    newPress(bot.person(index), bot.telegram.webhookSecret()),
  );
  const load = createLoad(url, CONNECTIONS);
  const { answers, edits } = { ...bot.telegram.counts };
  const cpu = cpuMs();
  const rate = await load.flood(presses);
  await load.close();
  const done = Math.min(bot.telegram.counts.answers - answers, bot.telegram.counts.edits - edits);
  if (done < COUNT) throw new Error(`of ${COUNT} presses ${done} were answered and drawn`);
  if (!counts) return;
  perSecond.push(rate);
  cpuPerPress.push(((cpuMs() - cpu) * 1000) / COUNT);
}

let last = 1_000;

function newPress({ userId }: Somebody, secret: string): Posted {
  last += 1;
  const from = { id: userId, is_bot: false, first_name: "Ann", language_code: "en" };
  const chat = { id: userId, type: "private", first_name: "Ann" };
  const message = { message_id: 500, date: 1_790_000_000, chat, text: "Wallet" };
  const callback_query = { id: String(last), from, chat_instance: "1", message, data: "home.open|||fresh" };
  return {
    path: "/hooks/telegram",
    body: JSON.stringify({ update_id: last, callback_query }),
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
  };
}
