import { describe, expect, test } from "vitest";
import { withDraft } from "../../../src/bot/support-draft.ts";
import { translator } from "../../../src/i18n.ts";
import { hasButton, LANGUAGES, someone } from "../../people.ts";
import { startWorld } from "../../world.ts";
import { cardOf, tap } from "./hands.ts";

const TEXTS = {
  en: {
    ask: "Which card do you want to freeze?",
    toast: /Shop ·\d{4} is frozen\. To undo it, press Unfreeze/,
    undo: "Unfreeze Shop",
    all: "Freeze all 2 cards",
    done: "2 cards are frozen",
    none: "There is nothing to freeze",
    partly: ["1 card is frozen", "1 card was not frozen"],
    help: "Support",
    noAddress: "No support address is set",
    never: "Never send anybody your seed",
    nothing: "Nothing has failed here",
    failed: "This failed",
    draft: "Hello! This failed",
    about: "\\$25\\.00, card",
    number: "request number",
  },
  ru: {
    ask: "Какую карту заморозить?",
    toast: /Shop ·\d{4} заморожена\. Чтобы отменить, нажмите «Разморозить»/,
    undo: "Разморозить Shop",
    all: "Заморозить все 2 карты",
    done: "Заморожены 2 карты",
    none: "Замораживать нечего",
    partly: ["Заморожена 1 карта", "1 карта не заморожена"],
    help: "Поддержка",
    noAddress: "не указан адрес поддержки",
    never: "Никому не отправляйте seed",
    nothing: "проходило без ошибок",
    failed: "Не прошло",
    draft: "Здравствуйте! Не прошло",
    about: "25,00 \\$, карта",
    number: "Номер запроса",
  },
};

describe.each(LANGUAGES)("/freeze (%s)", (language) => {
  const texts = TEXTS[language];

  test("lists the cards that can pay: one press freezes one, one more press all the others", async () => {
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed, words } = await someone(world, { dollars: 100, language });
    for (const label of ["Ads", "Shop", "Trip"]) await cardOf(world, seed, label);
    const frozen = () => control.state(seed).cards.filter(({ status }) => status === "frozen");
    control.clearCalls();
    await person.send("/freeze");
    await person.waitFor(texts.ask);
    // A look at a new wallet lists all cards; this screen asks for those that can pay, once.
    expect(control.calls().filter(({ query }) => query.status === "active")).toMatchObject([{ path: "/cards" }]);
    const { text: toast } = await tap(person, /Shop/);
    expect(toast).toMatch(texts.toast);
    await expect.poll(() => frozen().map(({ label }) => label)).toEqual(["Shop"]);
    await tap(person, texts.undo);
    await person.waitFor((message) => message.text.includes("Shop") && hasButton(message, words.freeze));
    expect(frozen()).toEqual([]);
    await person.press(words.freeze);
    await expect.poll(() => frozen().map(({ label }) => label)).toEqual(["Shop"]);
    await person.send("/freeze");

    await person.waitUntil(() => person.find(texts.all) !== undefined);
    control.faults.add({ method: "POST", path: "/cards/*/freeze", times: 1, kind: "status", status: 400 });
    await person.press(texts.all);
    const partly = await person.waitFor(texts.partly[0] ?? "");
    expect(partly.text).toContain(texts.partly[1]);
    await tap(person, language === "en" ? "Retry" : "Повторить");
    await expect.poll(() => frozen().length).toBe(3);
    await person.send("/freeze");
    await person.waitFor(texts.none);
  });

  test("with the last digits freezes that card", async () => {
    const world = await startWorld();
    const { person, seed } = await someone(world, { dollars: 100, language });
    const { id, last4 } = await cardOf(world, seed);
    await person.send(`/freeze ${last4}`);
    await person.waitFor("❄️");
    expect(world.cryptocardy.control.state(seed).cards.find((card) => card.id === id)?.status).toBe("frozen");
  });
});

describe.each(LANGUAGES)("/support (%s)", (language) => {
  const texts = TEXTS[language];

  test("leads to the operator's chat with the last request id, and nothing of cards in it", async () => {
    const world = await startWorld({ env: { SUPPORT_URL: "https://t.me/helpers" } });
    const { person, seed } = await someone(world, { dollars: 100, language });
    const { id, last4 } = await cardOf(world, seed);
    await person.send("/support");
    const calm = await person.waitFor(texts.nothing);
    expect(calm.text).toContain(texts.never);
    expect(calm.text).not.toContain(texts.number);

    world.cryptocardy.control.faults.add({ method: "GET", path: "/cards", times: 1, kind: "status", status: 400 });
    await person.send("/cards");
    const failed = await person.waitFor(/req_\w+/);
    const requestId = failed.text.match(/req_\w+/)?.[0] ?? "";
    const since = person.mark();
    await person.send("/support");
    const support = await person.waitFor(requestId, { since });
    expect(support.text).toContain(texts.number);
    const { url = "" } = await person.press(texts.help, { message: support.id });
    expect(new URL(url).origin + new URL(url).pathname).toBe("https://t.me/helpers");
    const draft = new URL(url).searchParams.get("text");
    expect(draft).toContain(requestId);
    for (const secret of [id, `·${last4}`, seed]) expect(`${support.text} ${draft}`).not.toContain(secret);
  });

  test("below whatever failed begins the message with request id, time, amount and last digits, and nothing more", async () => {
    const world = await startWorld({ env: { SUPPORT_URL: "https://t.me/helpers" } });
    const { person, seed, words } = await someone(world, { dollars: 100, language });
    const { id, last4, pan } = await cardOf(world, seed);
    await person.send(language === "en" ? `top up ${last4} 25` : `пополни ${last4} на 25`);
    world.cryptocardy.control.faults.add({ method: "POST", path: "/cards/*/fund", kind: "status", status: 400 });
    await tap(person, words.confirm);
    const failed = await person.waitFor(/req_\w+/);
    const requestId = failed.text.match(/req_\w+/)?.[0] ?? "";
    const { url = "" } = await person.press(texts.help, { message: failed.id });
    const draft = (new URL(url).searchParams.get("text") ?? "").replace(/[\u00a0\u202f]/g, " ");
    expect(draft).toMatch(
      new RegExp(
        `^${texts.draft}: ${requestId}, 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC, ${texts.about} ·${last4}\\.$`,
      ),
    );
    const since = person.mark();
    await person.send("/support");
    const support = await person.waitFor(requestId, { since });
    expect(support.text.replace(/[\u00a0\u202f]/g, " ")).toMatch(new RegExp(`${texts.about} ·${last4}`));
    for (const secret of [id, seed, pan]) expect(`${support.text} ${url}`).not.toContain(secret);

    world.cryptocardy.control.faults.add({ method: "GET", path: "/cards", times: 1, kind: "status", status: 400 });
    const mark = person.mark();
    await person.send("/cards");
    const list = await person.waitFor(/req_\w+/, { since: mark });
    const link = await person.press(texts.help, { message: list.id });
    expect(new URL(link.url ?? "").searchParams.get("text")).toBe(
      `${language === "en" ? "Hello!" : "Здравствуйте!"} ${texts.failed}: ${list.text.match(/req_\w+/)?.[0]}.`,
    );
  });

  test("without an address says where else help is", async () => {
    const world = await startWorld();
    const { person } = await someone(world, { language });
    await person.send("/support");
    const shown = await person.waitFor(texts.noAddress);
    expect(shown.text).toContain("cryptocardy.com");
  });
});

test("only a chat of Telegram is opened with a message begun", () => {
  const t = translator("en");
  const trouble = { at: Date.UTC(2026, 10, 23), requestId: "req_1" };
  const draft = (address: string) => withDraft(t, new URL(address), trouble).href;
  expect(draft("https://t.me/helpers")).toContain("req_1");
  for (const address of ["https://help.example/desk", "https://t.me/+AbCdEf", "https://t.me/helpers?start=x"]) {
    expect(draft(address)).toBe(address);
  }
});
