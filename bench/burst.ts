import { startBot } from "./bot.ts";
import { MARK, newEvent } from "./events.ts";
import { createLoad } from "./load.ts";
import { percentile } from "./numbers.ts";
import { type Row, under } from "./table.ts";

const PEOPLE = 100;
const NOTICES = 5_000;
const CODES = 40;
const CODES_PER_SECOND = 4;
const TELEGRAM_PER_SECOND = 30;
const LOST_MS = 30_000;

/** How long a code takes while thousands of ordinary notices wait and Telegram takes 30 messages a second. */
export async function measureBurst(): Promise<Row[]> {
  const bot = await startBot(PEOPLE);
  const { telegram } = bot;
  telegram.settings.perSecond = TELEGRAM_PER_SECOND;
  const load = createLoad(bot.url, 32);
  const waiting = new Map<string, () => void>();
  telegram.listenTo((body) => waiting.get(body.match(MARK)?.[0] ?? "")?.());

  async function codes(): Promise<number[]> {
    const latencies: number[] = [];
    await load.pace(CODES_PER_SECOND, CODES, async (index) => {
      const event = newEvent("3ds.challenge", bot.person(index));
      const started = performance.now();
      const arrived = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("a code did not come")), LOST_MS);
        waiting.set(event.mark, () => {
          latencies[index] = performance.now() - started;
          clearTimeout(timer);
          resolve();
        });
      });
      await load.post(event);
      await arrived;
    });
    return latencies;
  }

  try {
    const calm = await codes();
    await load.flood(
      Array.from({ length: NOTICES }, (_, index) => newEvent("transaction.authorized", bot.person(index))),
    );
    const before = { ...telegram.counts };
    const started = performance.now();
    const busy = await codes();
    const seconds = (performance.now() - started) / 1000;
    const sent = telegram.counts.messages - before.messages;
    const refused = telegram.counts.refused - before.refused;
    return [0.5, 0.95, 1].map((share) => ({
      measure: `d a code behind ${NOTICES.toLocaleString("en-US")} notices: ${share === 1 ? "slowest" : `p${share * 100}`}`,
      unit: "ms",
      ours: percentile(busy, share),
      floor: percentile(calm, share),
      ...(share === 0.5 && {
        target: under(50, "ms"),
        note: `floor: nothing else waits. Meanwhile ${(sent / seconds).toFixed(1)} messages a second, ${refused} refused with 429`,
      }),
    }));
  } finally {
    await load.close();
    await bot.close();
  }
}
