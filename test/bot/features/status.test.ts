import { describe, expect, onTestFinished, test } from "vitest";
import { createSecret } from "../../../src/lib/secret.ts";
import { createQueues } from "../../../src/queue/queues.ts";
import { connectRedis } from "../../../src/store/connect.ts";
import { createKeyring } from "../../../src/vault/index.ts";
import { hasButton, LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld, type World } from "../../world.ts";

const TEXTS = {
  en: {
    status: "Status",
    empty: "No message is waiting to be sent",
    waits: /📮 2 messages are waiting to be sent; yours goes out within about ([12]\d|30) seconds/,
    reconnect: "Reconnect notifications",
    done: "Reconnected: events now come to a new address",
    later: "CryptoCardy has not confirmed the new connection yet.",
    lately: "The connection was renewed less than 15 minutes ago.",
    busy: "CryptoCardy is being asked too much at the moment",
  },
  ru: {
    status: "Состояние",
    empty: "Сообщений в очереди на отправку нет",
    waits: /📮 В очереди 2 сообщения, ваше уйдёт примерно через ([12]\d|30) секунд/,
    reconnect: "Переподключить уведомления",
    done: "Переподключено: события приходят на новый адрес",
    later: "CryptoCardy пока не подтвердил новое подключение.",
    lately: "Подключение обновляли меньше 15 минут назад.",
    busy: "К CryptoCardy сейчас слишком много запросов",
  },
} as const satisfies Record<Language, object>;

describe("/status", () => {
  test("with a webhook says that news is live, and when the last came", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world);
    await expect.poll(() => world.cryptocardy.control.state(seed)).not.toMatchObject({ webhooks: [] });
    world.cryptocardy.control.deposit({ seed, currency: "btc", usd: 20 });
    await person.waitFor("BTC");
    await expect
      .poll(async () => {
        const since = person.mark();
        await person.send("/status");
        return (await person.waitFor("Status", { since })).text;
      })
      .toMatch(/Notifications arrive at once[\s\S]*Last event from CryptoCardy/);
    expect(person.lastFromBot()?.text).toMatch(/CryptoCardy answers \(\d+ ms\)/);
  });

  test("without a public address says that it asks from time to time", async () => {
    const world = await startWorld({ webhooks: false });
    const { person } = await someone(world, { language: "ru" });
    await person.send("/status");
    const status = await person.waitFor("Состояние");
    expect(status.text).toContain("бот время от времени опрашивает CryptoCardy");
  });

  test("tells when CryptoCardy does not answer", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    world.cryptocardy.control.faults.add({
      method: "GET",
      path: "/wallet/balance",
      times: 20,
      kind: "status",
      status: 500,
    });
    await person.send("/status");
    await person.waitFor("CryptoCardy is not answering now");
  });

  test("works for a newcomer", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/status");
    await ada.waitFor("No wallet connected yet");
  });

  test.each(LANGUAGES)("says that nothing waits, or how much and for how long (%s)", async (language) => {
    const world = await startWorld();
    const { person } = await someone(world, { language });
    const { status, empty, waits } = TEXTS[language];
    await person.send("/status");
    expect((await person.waitFor(status)).text).toContain(empty);
    const queues = queuesOf(world);
    await queues.pauseMessages(29_000);
    for (const owner of [1, 2]) await queues.add("notices", "nothing", {}, { owner });
    await person.send("/status");
    await person.waitFor(waits);
  });

  test.each(LANGUAGES)("renews the connection, at most every 15 minutes, and loses no news (%s)", async (language) => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world, { language });
    const { reconnect, done, lately } = TEXTS[language];
    await expect.poll(() => endpoints(world, seed)).toHaveLength(1);
    await expect
      .poll(async () => {
        await person.send("/status");
        return person.find(reconnect);
      })
      .toBeDefined();
    await tap(person, reconnect);
    await person.waitFor(done);
    expect(endpoints(world, seed)).toHaveLength(2);
    control.deposit({ seed, currency: "btc", usd: 20 });
    await person.waitFor("BTC");
    const again = await person.press(reconnect);
    expect(again).toMatchObject({ alert: true, text: expect.stringContaining(lately) });
    expect(endpoints(world, seed)).toHaveLength(2);
  });

  test.each(LANGUAGES)("says so when the new connection is not confirmed (%s)", async (language) => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world, { language });
    const { reconnect, later, busy, status } = TEXTS[language];
    await expect.poll(() => endpoints(world, seed)).toHaveLength(1);
    await person.send("/status");
    await person.waitFor(status);
    control.faults.add({ method: "POST", path: "/webhooks", kind: "status", status: 500 });
    control.faults.add({ method: "GET", path: "/wallet/balance", kind: "status", status: 429, retryAfter: 9 });
    await tap(person, reconnect);
    expect((await person.waitFor(later)).text).toContain(busy);
    control.deposit({ seed, currency: "btc", usd: 20 });
    await person.waitFor("BTC");
  });

  test("has no connection to renew where there is none", async () => {
    const world = await startWorld({ webhooks: false });
    const { person } = await someone(world);
    await person.send("/status");
    expect(hasButton(await person.waitFor("Status"), TEXTS.en.reconnect)).toBe(false);
  });
});

/** What waits in the queue is everybody's: it is put there from outside. */
function queuesOf({ redisUrl }: World) {
  const redis = connectRedis(redisUrl);
  const key = { id: "other", key: createSecret(Buffer.alloc(32, 1).toString("base64")) };
  const queues = createQueues({ redis, keyring: createKeyring([key]), log: SILENT });
  onTestFinished(async () => {
    await queues.close();
    redis.disconnect();
  });
  return queues;
}

const SILENT = { debug: () => undefined, warn: () => undefined, error: () => undefined };

const endpoints = ({ cryptocardy }: World, seed: string) => cryptocardy.control.state(seed).webhooks;
