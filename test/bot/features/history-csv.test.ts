import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statement, text } from "../../../src/bot/features/history/csv.ts";
import { translator } from "../../../src/i18n.ts";
import { LANGUAGES, someone, tap } from "../../people.ts";
import { startWorld, type World } from "../../world.ts";
import { cardOf } from "./hands.ts";

const WORDS = {
  en: {
    month: "This month",
    lastMonth: "Last month",
    allTime: "All time",
    lines: "2 lines",
    ofCard: "1 line",
    empty: "No file: nothing matches",
    header: "Date,Time (UTC),Kind,Amount,Currency,Balance after,Shop,Category,MCC,Country,Card,Reason,Id",
    row: /^\d{4}-\d\d-\d\d,\d\d:\d\d,Payment,-1234\.50,USD,765\.50,"'=HYPERLINK\(""http:\/\/evil"",1\)",Ads,7311,US,Ads ·\d{4},,txn_\w+$/,
    other: /,Payment,-9\.99,USD,90\.01,SPOTIFY,Streaming[^,]*,5968,/,
  },
  ru: {
    month: "Этот месяц",
    lastMonth: "Прошлый месяц",
    allTime: "За всё время",
    lines: "2 строки",
    ofCard: "1 строка",
    empty: "Файла нет: ничего не подходит",
    header: "Дата;Время (UTC);Вид;Сумма;Валюта;Баланс после;Магазин;Категория;MCC;Страна;Карта;Причина;Номер",
    row: /^\d{4}-\d\d-\d\d;\d\d:\d\d;Платёж;-1234,50;USD;765,50;"'=HYPERLINK\(""http:\/\/evil"",1\)";Реклама;7311;US;Ads ·\d{4};;txn_\w+$/,
    other: /;Платёж;-9,99;USD;90,01;SPOTIFY;[^;]+;5968;/,
  },
} as const;

/** What lies in the chat as a document, as bytes. */
async function fileOf(world: World, document: { url: string } | undefined): Promise<Buffer> {
  const response = await fetch(new URL(document?.url ?? "", world.telegram.url));
  return Buffer.from(await response.arrayBuffer());
}

describe.each(LANGUAGES)("the history as a file (%s)", (language) => {
  test("is for a period and a card, as spreadsheets of that language read it, and runs nothing", async () => {
    const words = WORDS[language];
    const world = await startWorld();
    const { control } = world.cryptocardy;
    const { person, seed } = await someone(world, { dollars: 3000, language });
    control.webhooks.stop();
    const [ads, music] = [await cardOf(world, seed, "Ads", 2000), await cardOf(world, seed, "Music", 100)];
    const charges = [
      { pan: ads.pan, amount: 1234.5, merchant: '=HYPERLINK("http://evil",1)', mcc: "7311", threeDs: false },
      { pan: music.pan, amount: 9.99, merchant: "SPOTIFY", mcc: "5968", threeDs: false },
    ];
    for (const charge of charges) {
      const paid = control.purchase(charge);
      if (paid.status === "approved") control.settle(paid.transactionId);
    }
    await person.send("/cards");
    await tap(person, `·${ads.last4}`);
    await person.send("/history");
    await tap(person, "CSV");
    control.clearCalls();
    await tap(person, words.month);
    const sent = await person.waitFor((message) => message.document !== undefined);
    expect(sent.text).toContain(words.lines);
    expect(sent.document?.name).toMatch(/^cryptocardy-\d{4}-\d\d-01(-\d{4}-\d\d-\d\d)?\.csv$/);
    expect(control.calls().filter(({ path }) => path === "/transactions")).toHaveLength(1);
    const bytes = await fileOf(world, sent.document);
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const [header, newest, oldest, end] = bytes.subarray(3).toString("utf8").split("\r\n");
    expect(header).toBe(words.header);
    expect(newest).toMatch(words.other);
    expect(oldest).toMatch(words.row);
    expect(end).toBe("");

    const since = person.mark();
    await tap(person, words.lastMonth);
    await person.waitFor(words.empty, { since });
    expect(person.messages().filter(({ document }) => document)).toHaveLength(1);

    await person.send("/cards");
    await tap(person, `·${ads.last4}`);
    await tap(person, language === "en" ? "History" : "История");
    await tap(person, "CSV");
    await tap(person, words.allTime);
    const ofCard = await person.waitFor((message) => message.document !== undefined && message.id > sent.id);
    expect(ofCard.text).toContain(words.ofCard);
    expect(ofCard.document?.name).toContain(`-${ads.last4}-`);
    expect((await fileOf(world, ofCard.document)).toString("utf8")).not.toContain("SPOTIFY");
  });
});

describe("a cell of words", () => {
  test("never begins as a formula does", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " ="),
        fc.string(),
        (start, rest) => {
          expect(text(start + rest)).toBe(`'${start}${rest}`);
        },
      ),
    );
    expect(text("NETFLIX.COM")).toBe("NETFLIX.COM");
  });

  test("does not change the lines and columns around it, whatever it holds", () => {
    const merchants = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(merchants, fc.constantFrom(...LANGUAGES), (names, language) => {
        const items = names.map((name, index) => ({
          id: `txn_${index}`,
          cardId: "card",
          type: "settlement",
          amount: -100,
          currency: "USD",
          merchant: { name },
          createdAt: 0,
        }));
        const file = statement(translator(language), { items, zone: "UTC", now: 0, cards: {} }).toString("utf8");
        const ends = [...file.matchAll(/(txn_\d+)\r\n/g)].map(([, id]) => id);
        expect(ends).toEqual(items.map(({ id }) => id));
      }),
    );
  });
});

test("more movements than are read at once are cut, and the caption says so", async () => {
  const world = await startWorld({ cryptocardy: { limits: false } });
  const { control } = world.cryptocardy;
  const { person, seed } = await someone(world, { dollars: 5000 });
  control.webhooks.stop();
  const card = await cardOf(world, seed, "Ads", 4000);
  for (let count = 0; count < 2001; count++) {
    control.purchase({ pan: card.pan, amount: 1, merchant: "SHOP", threeDs: false });
  }
  await person.send("/history");
  await tap(person, "CSV");
  control.clearCalls();
  await tap(person, "All time");
  const sent = await person.waitFor((message) => message.document !== undefined);
  expect(sent.text).toContain("only the newest 2,000 lines");
  expect((await fileOf(world, sent.document)).toString("utf8").match(/\r\n/g)).toHaveLength(2001);
  expect(control.calls().filter(({ path }) => path === "/transactions").length).toBeLessThanOrEqual(21);
});
