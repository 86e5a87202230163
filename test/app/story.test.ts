import { describe, expect, test } from "vitest";
import { hasButton, LANGUAGES, someone, tap, WORDS } from "../people.ts";
import { startWorld } from "../world.ts";

const SEED = /[0-9a-f]{4}(-[0-9a-f]{4}){3}/;

describe.each(LANGUAGES)("the story of a card (%s)", (language) => {
  test("a newcomer opens a wallet, deposits, issues a card, pays with a code, freezes it and closes it", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const words = WORDS[language];
    const ann = world.person(1001, { name: "Ann", language });

    await ann.send("/start");
    await ann.waitFor((message) => hasButton(message, words.newWallet));
    await tap(ann, words.newWallet);
    await tap(ann, "Visa");
    await tap(ann, /^USDT · Ethereum/);
    const opened = await ann.waitFor(/0x[0-9a-fA-F]{40}/);
    expect(opened.photo).toBeDefined();
    const address = opened.text.match(/0x[0-9a-fA-F]{40}/)?.[0] ?? "";

    await tap(ann, words.backUp);
    const seedShown = await tap(ann, words.showSeed);
    expect(seedShown.alert).toBe(true);
    const seed = seedShown.text?.match(SEED)?.[0] ?? "";
    expect(ann.transcript()).not.toContain(seed);

    const deposit = control.deposit({ address, currency: "usdt", usd: 500 });
    await ann.waitFor(/500/);
    control.confirmDeposit(String(deposit.id));
    await ann.waitFor(/490/);

    await ann.send("/newcard");
    await ann.waitFor((message) => hasButton(message, "Mastercard") && hasButton(message, "Visa"));
    await tap(ann, "Visa");
    await tap(ann, /491653/);
    await ann.waitFor((message) => hasButton(message, language === "en" ? "Max" : "Максимум"));
    await ann.send("100");
    await ann.waitFor(/40/);
    await ann.send("Ad Spend");
    await ann.waitFor((message) => hasButton(message, words.confirm));
    await tap(ann, words.confirm);
    const ready = await ann.waitFor(/✅[\s\S]*·\d{4}/);
    expect(control.state(seed).cards).toHaveLength(2);
    expect(ready.text).toContain("Ad Spend");

    await tap(ann, words.details);
    const shown = await tap(ann, words.showOnce);
    const pan = shown.text?.match(/(\d{4} ){3}\d{4}/)?.[0] ?? "";
    expect(pan).not.toBe("");
    expect(ann.transcript()).not.toContain(pan);

    const purchase = control.purchase({
      pan: pan.replaceAll(" ", ""),
      amount: 12.5,
      merchant: "FACEBK ADS",
      mcc: "7311",
    });
    if (purchase.status !== "challenge") throw new Error(purchase.status);
    const pushed = await ann.waitFor((message) => hasButton(message, words.copyCode));
    expect(pushed.text).toContain("FACEBK ADS");
    const { copied: otp = "" } = await tap(ann, words.copyCode);
    const paid = control.answerChallenge({ challengeId: purchase.challengeId, otp });
    expect(paid.status).toBe("approved");
    await ann.waitFor(
      (message) =>
        message.text.includes("FACEBK ADS") && !hasButton(message, words.copyCode) && /12[.,]50/.test(message.text),
    );
    await ann.waitUntil((messages) => messages.every(({ text }) => !text.includes(otp)));

    await ann.send("/cards");
    await ann.waitFor((message) => (message.keyboard ?? []).flat().some(({ text }) => text.includes("Ad Spend")));
    await tap(ann, /Ad Spend/);
    await tap(ann, words.freeze);
    expect(control.state(seed).cards.find(({ label }) => label === "Ad Spend")?.status).toBe("frozen");
    const declined = control.purchase({ pan: pan.replaceAll(" ", ""), amount: 5, merchant: "NETFLIX" });
    expect(declined.status).toBe("declined");
    await ann.waitFor(/NETFLIX/);

    await ann.send("/cards");
    await tap(ann, /Ad Spend/);
    await tap(ann, words.close);
    await tap(ann, words.closeIt);
    await ann.waitFor(/✅[\s\S]*87[.,]50/);
    expect(control.state(seed).cards.find(({ label }) => label === "Ad Spend")?.status).toBe("terminated");
    expect(world.logged.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});

describe("a pushed message", () => {
  test("stays in the chat when one of its buttons is pressed", async () => {
    const world = await startWorld();
    const { person, words } = await someone(world, { dollars: 50 });
    const push = await person.waitFor((message) => /50/.test(message.text) && hasButton(message, words.newCard));
    await person.press(words.newCard, { message: push.id });
    await person.waitFor((message) => hasButton(message, "Visa"));
    expect(person.messages().find(({ id }) => id === push.id)?.text).toBe(push.text);
  });
});
