import { describe, expect, test } from "vitest";
import { freshSeed, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { dump, opensWallet, SEED, tap } from "./hands.ts";

describe("the seed of a new wallet", () => {
  test.each([
    { language: "en", save: "Back up the seed", show: "Show seed", written: "I wrote it down", saved: "is backed up" },
    { language: "ru", save: "Записать seed", show: "Показать seed", written: "Записано", saved: "Seed записан." },
  ])(
    "is shown in a pop-up only, and proved by its end ($language)",
    async ({ language, save, show, written, saved }) => {
      const world = await startWorld();
      const ada = world.person(1, { language });
      const words = language === "ru" ? { start: "Новый кошелёк", any: "Любая" } : undefined;
      await opensWallet(ada, words);
      await tap(ada, save);
      const shown = await tap(ada, show);
      expect(shown.alert).toBe(true);
      expect(shown.text?.length).toBeLessThanOrEqual(200);
      const seed = SEED.exec(shown.text ?? "")?.[0] ?? "";
      expect(seed).not.toBe("");
      expect(ada.transcript()).not.toContain(seed);

      await tap(ada, written);
      await ada.waitUntil(() => ada.find(written) === undefined);
      await ada.send(seed.slice(-4));
      await ada.waitFor(saved);
      expect(ada.messages().filter(({ text }) => text === seed.slice(-4))).toEqual([]);
      await ada.send("/start");
      await ada.waitFor(/in the wallet|в кошельке/);
      expect(ada.find(save)).toBeUndefined();
      expect(`${world.logged.join("")}${await dump(world.redisUrl)}`).not.toContain(seed);
    },
  );

  test("home says that it is not backed up until it is", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await opensWallet(ada);
    await ada.send("/start");
    const home = await ada.waitFor("in the wallet");
    expect(home.text).toContain("The seed is not backed up");
    expect(ada.find("Back up the seed", home.id)).toBeDefined();
  });

  test("a wrong end is refused, three times at most, and never stays in the chat", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await opensWallet(ada);
    await tap(ada, "Back up the seed");
    await tap(ada, "I wrote it down");
    await ada.waitFor("Type the last 4 characters");
    await ada.send("zzz1");
    await ada.waitFor("2 tries left");
    await ada.send("zzz2");
    await ada.waitFor("One more try");
    await ada.send("zzz3");
    await ada.waitFor("Look at the seed again");
    await ada.send("hello");
    await ada.waitFor("I did not expect a message here");
    expect(ada.messages().filter(({ text }) => text.startsWith("zzz"))).toEqual([]);
  });
});

describe("a seed the person has", () => {
  test("connects its wallet, and its message is gone", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 20 });
    expect(person.transcript()).toContain("$20.00");
    expect(person.transcript()).not.toContain(seed);
    expect(`${world.logged.join("")}${await dump(world.redisUrl)}`).not.toContain(seed);
  });

  test("is refused with the form that was expected when the provider does not know it", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/start");
    await tap(ada, "I have a seed");
    await ada.waitFor("Send me your seed");
    await ada.send("0000-0000-0000-0000");
    const refused = await ada.waitFor("This seed was not accepted");
    expect(refused.text).toContain("a1b2-c3d4-e5f6-7890");
    expect(ada.transcript()).not.toContain("0000-0000-0000-0000");
  });

  test("can be tried five times an hour", async () => {
    const { person } = await startWorld();
    const ada = person(1, { language: "en" });
    await ada.send("/start");
    await tap(ada, "I have a seed");
    await ada.waitFor("Send me your seed");
    for (let count = 1; count <= 6; count++) {
      const since = ada.mark();
      await ada.send(`0000-0000-0000-000${count}`);
      await ada.waitFor(count <= 5 ? "not accepted" : "Too many tries", { since });
    }
  });

  test("is not kept when the provider does not answer", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const seed = freshSeed();
    control.addWallet(seed);
    const ada = world.person(1, { language: "en" });
    await ada.send("/start");
    await tap(ada, "I have a seed");
    await ada.waitFor("Send me your seed");
    control.faults.add({ method: "GET", path: "/wallet/balance", times: 10, kind: "status", status: 503 });
    await ada.send(seed);
    await ada.waitFor("could not be checked");
    expect(await dump(world.redisUrl)).not.toContain(seed);
    control.faults.clear();
    await ada.send(seed);
    await ada.waitFor("The wallet is connected");
  });

  test("connected by somebody else too is said, but not by whom", async () => {
    const world = await startWorld();
    const { seed } = await someone(world);
    const bob = world.person(2, { name: "Bob", language: "en" });
    await bob.send("/start");
    await tap(bob, "I have a seed");
    await bob.waitFor("Send me your seed");
    await bob.send(seed);
    const connected = await bob.waitFor("The wallet is connected");
    expect(connected.text).toContain("Somebody else has connected this seed");
    expect(connected.text).not.toContain("Ann");
  });

  test("that is connected already is not connected twice", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world);
    await person.send(seed);
    await person.waitFor("looks like a seed");
    await tap(person, "Connect this wallet");
    await person.waitFor("You have connected this wallet already");
  });
});

describe("a message that looks like a seed, at any time", () => {
  test("is deleted, and connected only if the person says so", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    const other = freshSeed();
    world.cryptocardy.control.addWallet(other);
    await person.send(`my other one: ${other.toUpperCase()}`);
    await person.waitFor("looks like a seed, so I deleted your message");
    expect(person.transcript().toLowerCase()).not.toContain(other);
    expect(`${world.logged.join("")}${await dump(world.redisUrl)}`.toLowerCase()).not.toContain(other);
    await tap(person, "Connect this wallet");
    await person.waitFor(
      (message) => message.text.includes("The wallet is connected") && message.text.includes("$0.00"),
    );
  });

  test("does not enter a question that is being asked", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send("/settings");
    await tap(person, "Wallets");
    await tap(person, "✅ #1");
    await tap(person, "Rename");
    await person.waitFor("What should “#1” be called");
    await person.send(freshSeed());
    await person.waitFor("looks like a seed");
    await tap(person, "Forget it");
    await person.waitFor("The seed was not kept");
    await person.send("/settings");
    await person.waitFor("Wallet in use: #1");
  });

  test("is forgotten when the person presses something else", async () => {
    const world = await startWorld();
    const { person } = await someone(world);
    await person.send(freshSeed());
    const caught = await person.waitFor("looks like a seed");
    const connect = person.find("Connect this wallet")?.data ?? "";
    await person.send("/start");
    await person.waitFor("in the wallet");
    await person.stalePress(caught.id, connect);
    await person.waitFor("I have already forgotten that seed");
  });
});
