import { randomBytes } from "node:crypto";
import { join, relative } from "node:path";
import { createCryptoCardySandbox } from "../cryptocardy/server.ts";
import { startRedis } from "../redis.ts";
import { createShop } from "../shop/server.ts";
import { createTelegramEmulator } from "../telegram/emulator.ts";
import { createPage } from "../telegram/page/serve.ts";
import { type BotProcess, createBotProcess } from "./bot.ts";
import { freePort } from "./ports.ts";
import { createWorldRoutes } from "./world.ts";

export type DemoOptions = {
  env: NodeJS.ProcessEnv;
  print: (line: string) => void;
  /** The program that plays the bot; `src/main.ts` unless given. */
  program?: string;
  /** Where the bot's log goes; `.cache/demo` unless given. */
  folder?: string;
  /** Those that are tried first; any others when somebody has them. */
  ports?: typeof PORTS;
};

const HOST = "127.0.0.1";
// Preferred, so that the address stays the same from start to start.
const PORTS = { chat: 8443, shop: 8444, bot: 8445, provider: 8446 };
const ROOT = join(import.meta.dirname, "..", "..");
const FOLDER = join(ROOT, ".cache", "demo");

/** Starts the whole product on this machine, in order; `stop` takes it down in the opposite one. */
export async function startDemo({ env, print, program, folder = FOLDER, ports = PORTS }: DemoOptions) {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };

  async function step<Part>(name: string, start: () => Promise<Part>, describe: (part: Part) => string): Promise<Part> {
    const at = performance.now();
    const part = await start();
    print(`${name.padEnd(22)}${describe(part).padEnd(56)}${Math.round(performance.now() - at)} ms`);
    return part;
  }

  try {
    // The providers forget everything when they stop, so Redis must too: `REDIS_URL` is left to `npm start`.
    const { REDIS_URL: _, ...rest } = env;
    const redis = await step(
      "Redis",
      // Nobody waits for a download: what is fetched meanwhile serves the next start.
      () => startRedis({ env: rest, download: "background" }),
      ({ url, kind }) => `${url} (${kind})`,
    );
    stops.push(redis.close);

    const providerPort = await freePort(ports.provider);
    const startProvider = () => createCryptoCardySandbox({ host: HOST, port: providerPort });
    const provider = await step("CryptoCardy sandbox", startProvider, ({ url }) => url);
    stops.push(provider.close);

    const shopPort = await freePort(ports.shop);
    const startShop = () => createShop({ controlUrl: `${provider.origin}/_control`, host: HOST, port: shopPort });
    const shop = await step("Shop", startShop, ({ url }) => url);
    stops.push(shop.close);

    let bot: BotProcess | undefined;
    const page = createPage();
    const world = createWorldRoutes({
      provider,
      shopUrl: shop.url,
      crash: () => bot?.kill(),
      pass: async (ms) => {
        bot?.advance(ms);
        await telegram.clock.advance(ms);
        await provider.control.advance(ms);
        return { now: telegram.clock.now() };
      },
    });
    const chatPort = await freePort(ports.chat);
    const startTelegram = () =>
      createTelegramEmulator({
        host: HOST,
        port: chatPort,
        allowLoopbackLinks: true,
        page: (request, response) => page(request, response) || world(request, response),
      });
    const telegram = await step("Telegram emulator", startTelegram, ({ url }) => url);
    stops.push(telegram.close);

    const botPort = await freePort(ports.bot);
    const botUrl = `http://${HOST}:${botPort}`;
    const started = createBotProcess({
      folder,
      readyUrl: `${botUrl}/readyz`,
      print,
      ...(program !== undefined && { program }),
      env: {
        BOT_TOKEN: telegram.token,
        ENCRYPTION_KEYS: `demo:${randomBytes(32).toString("base64")}`,
        REDIS_URL: redis.url,
        PUBLIC_URL: botUrl,
        HOST,
        PORT: String(botPort),
        TELEGRAM_API_ROOT: telegram.url,
        CRYPTOCARDY_API_URL: provider.url,
        SUPPORT_URL: `${shop.url}/`,
        LOG_LEVEL: env.LOG_LEVEL ?? "info",
      },
    });
    bot = started;
    stops.push(started.stop);
    await step("Bot", started.start, () => `${botUrl} (log: ${relative(ROOT, started.logFile)})`);

    const chatUrl = `${telegram.url}/`;
    print(`\nThe chat:  ${chatUrl}\n\nCtrl-C stops everything; all of it is forgotten then.`);
    return { chatUrl, botUrl, shopUrl: shop.url, telegram, provider, bot: started, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export type Demo = Awaited<ReturnType<typeof startDemo>>;
