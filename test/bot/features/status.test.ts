import { describe, expect, test } from "vitest";
import { someone } from "../../people.ts";
import { startWorld } from "../../world.ts";

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
      .toMatch(/Notifications arrive at once[\s\S]*Last news from CryptoCardy/);
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
});
