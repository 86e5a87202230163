import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, someone, tap } from "../../people.ts";
import { startWorld, type World } from "../../world.ts";

const WORDS = {
  en: {
    several: "Several cards",
    page: "Whole page",
    none: "none chosen",
    chosen: (count: number) => `${count} chosen`,
    freeze: (count: number) => `Freeze ${count}`,
    working: "In progress: 0 of 3",
    next: "Next",
    closed: "This card is closed.",
    frozen: (done: number, total: number) => `Frozen: ${done} of ${total}`,
    already: /✅ Two ·\d{4}: was frozen already/,
    away: /❌ One ·\d{4}: CryptoCardy did not answer/,
    retry: "Retry",
    limit: (count: number) => `Set limit (${count})`,
    limitAsked: "Which monthly limit for each of 2 cards?",
    limited: "Monthly limit of $250.00: set on 2 of 2",
    misread: "I did not understand the amount",
    fund: (count: number) => `Fund each (${count})`,
    fundAsked: "How much to put on each of 2 cards?",
    most: "Max · $40.00",
    confirm: "Confirm",
    cancel: "Cancel",
    total: "Fund 2 cards with $30.00 each: $60.00 in all?",
    wallet: "Wallet: $80.00 → $20.00",
    cancelled: "Nothing has moved",
    funded: (done: number, total: number, all: string) => `Funded: ${done} of ${total}, ${all} in all`,
    all: "$60.00",
    half: "$30.00",
    line: /✅ Two ·\d{4}: \+\$30\.00, now \$40\.00/,
    left: "In the wallet: $20.00",
    askedAgain: "How much to put on 1 card?",
    tooLittle: "2 cards take at least $2.00",
  },
  ru: {
    several: "Несколько карт",
    page: "Вся страница",
    none: "ничего не выбрано",
    chosen: (count: number) => (count === 1 ? "выбрана 1" : `выбрано ${count}`),
    freeze: (count: number) => `Заморозить ${count}`,
    working: "Выполняется: 0 из 3",
    next: "Следующие",
    closed: "Эта карта закрыта.",
    frozen: (done: number, total: number) => `Заморожено: ${done} из ${total}`,
    already: /✅ Two ·\d{4}: уже была заморожена/,
    away: /❌ One ·\d{4}: CryptoCardy не ответил/,
    retry: "Повторить",
    limit: (count: number) => `Лимит (${count})`,
    limitAsked: "Какой лимит на месяц задать для каждой из 2 карт?",
    limited: "Лимит на месяц 250,00 $: задан для 2 из 2",
    misread: "Не удалось понять сумму",
    fund: (count: number) => `Пополнить каждую (${count})`,
    fundAsked: "На сколько пополнить каждую из 2 карт?",
    most: "Максимум · 40,00 $",
    confirm: "Подтвердить",
    cancel: "Отмена",
    total: "Пополнить 2 карты на 30,00 $ каждую, всего на 60,00 $?",
    wallet: "Кошелёк: 80,00 $ → 20,00 $",
    cancelled: "Деньги остались на месте",
    funded: (done: number, total: number, all: string) => `Пополнено: ${done} из ${total}, всего на ${all}`,
    all: "60,00 $",
    half: "30,00 $",
    line: /✅ Two ·\d{4}: \+30,00 \$, теперь 40,00 \$/,
    left: "В кошельке: 20,00 $",
    askedAgain: "На сколько пополнить 1 карту?",
    tooLittle: "для 2 карт нужно минимум 2,00 $",
  },
} as const;

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

/** Somebody with cards of $10.00 at the list where they can be ticked; the newest is named last. */
async function ticking(world: World, language: Language, names: string[], dollars = 80) {
  const { person, seed } = await someone(world, { dollars: dollars + names.length * 10, language });
  const { control, url } = world.cryptocardy;
  const headers = { "content-type": "application/json", "x-seed": seed };
  const ids = new Map<string, string>();
  for (const label of names) {
    const body = JSON.stringify({ bin_id: "491653", amount: 10, label });
    const made = (await (await fetch(`${url}/cards`, { method: "POST", headers, body })).json()) as { id: string };
    ids.set(label, made.id);
  }
  const ask = async (label: string, path = "", method = "GET") =>
    (await (await fetch(`${url}/cards/${ids.get(label)}${path}`, { method, headers })).json()) as Record<
      string,
      unknown
    >;
  const sees = (text: string | RegExp, since = 0) =>
    person.waitFor(
      (message) => {
        const shown = plain(message.text);
        return typeof text === "string" ? shown.includes(text) : text.test(shown);
      },
      { since },
    );
  const words = WORDS[language];
  /** Opens the list of several cards and ticks the named ones. */
  const tick = async (...labels: string[]) => {
    await person.send("/cards");
    await tap(person, words.several);
    await sees(words.none);
    for (const [index, label] of labels.entries()) {
      await tap(person, new RegExp(`^⬜ .*${label} ·`));
      await sees(words.chosen(index + 1));
    }
  };
  return { person, words, sees, tick, ask, control };
}

describe.each(LANGUAGES)("several cards at once (%s)", (language) => {
  test("ticked cards are frozen with one press; each has its result, and what failed is tried again", async () => {
    const { person, words, sees, tick, ask, control } = await ticking(await startWorld(), language, [
      "Gone",
      "Three",
      "Two",
      "One",
    ]);
    await ask("Two", "/freeze", "POST");
    await ask("Gone", "", "DELETE");
    await tick();
    expect(await tap(person, /Gone/)).toMatchObject({ alert: true, text: words.closed });
    control.clearCalls();
    await tap(person, words.page);
    await sees(words.chosen(3));
    expect(control.calls()).toEqual([]);
    control.faults.add({
      method: "POST",
      path: `/cards/${(await ask("One")).id}/freeze`,
      times: 1,
      kind: "status",
      status: 503,
    });
    control.faults.add({ method: "POST", path: "/cards/*/freeze", times: 1, kind: "delay", ms: 300 });
    await tap(person, words.freeze(3));
    await sees(words.working);
    const result = await sees(words.frozen(2, 3));
    expect(result.text).toMatch(words.already);
    expect(result.text).toMatch(words.away);
    expect((await ask("Three")).status).toBe("frozen");
    expect((await ask("One")).status).toBe("active");
    await tap(person, words.retry);
    await sees(words.frozen(1, 1));
    expect((await ask("One")).status).toBe("frozen");
  });

  test("one limit is set on all of them, chosen or typed", async () => {
    const { person, words, sees, tick, ask, control } = await ticking(await startWorld(), language, ["Two", "One"]);
    await tick("One", "Two");
    await tap(person, words.limit(2));
    await sees(words.limitAsked);
    await person.send("much");
    await sees(words.misread);
    control.clearCalls();
    await person.send("250");
    await sees(words.limited);
    expect(control.calls().map(({ method }) => method)).toEqual(["PATCH", "PATCH"]);
    expect((await ask("One")).spending_limit).toBe(250);
    expect((await ask("Two")).spending_limit).toBe(250);
  });

  test("all of them are funded by one confirmation that names cards and total; pressing it again moves nothing more", async () => {
    const { person, words, sees, tick, ask } = await ticking(await startWorld(), language, ["Two", "One"]);
    await tick("One", "Two");
    await tap(person, words.fund(2));
    await sees(words.fundAsked);
    await sees(words.fundAsked).then(() => expect(plain(person.buttons().join())).toContain(words.most));
    await person.send("30");
    const confirm = await sees(words.total);
    expect(plain(confirm.text)).toContain(words.wallet);
    expect(confirm.text).toMatch(/One ·\d{4}[\s\S]*Two ·\d{4}/);
    const data = person.find(words.confirm, confirm.id)?.data ?? "";
    await Promise.all([1, 2, 3, 4].map(() => person.stalePress(confirm.id, data)));
    const done = await sees(words.funded(2, 2, words.all));
    expect(plain(done.text)).toMatch(words.line);
    expect(plain(done.text)).toContain(words.left);
    expect([(await ask("One")).balance, (await ask("Two")).balance]).toEqual([40, 40]);
  });

  test("a card that could not be funded says why, and is asked about again by itself", async () => {
    const { person, words, sees, tick, ask, control } = await ticking(await startWorld(), language, ["Two", "One"]);
    await tick("One", "Two");
    await tap(person, words.fund(2));
    await sees(words.fundAsked);
    await person.send("30");
    await sees(words.total);
    control.faults.add({
      method: "POST",
      path: `/cards/${(await ask("One")).id}/fund`,
      times: 1,
      kind: "status",
      status: 400,
    });
    await tap(person, words.confirm);
    const done = await sees(words.funded(1, 2, words.half));
    expect(done.text).toMatch(/❌ One ·\d{4}: /);
    expect([(await ask("One")).balance, (await ask("Two")).balance]).toEqual([10, 40]);
    await tap(person, words.retry);
    await sees(words.askedAgain);
  });

  test("cancelled, or with too little in the wallet, nothing moves", async () => {
    const { person, words, sees, tick, ask } = await ticking(await startWorld(), language, ["Two", "One"], 80);
    await tick("One", "Two");
    await tap(person, words.fund(2));
    await sees(words.fundAsked);
    await person.send("30");
    const confirm = await sees(words.total);
    const data = person.find(words.confirm, confirm.id)?.data ?? "";
    await tap(person, words.cancel);
    await sees(words.cancelled);
    expect(await person.stalePress(confirm.id, data)).toMatchObject({ alert: true });
    expect([(await ask("One")).balance, (await ask("Two")).balance]).toEqual([10, 10]);
  });
});

test("cards stay ticked over pages and under the filter of the list", async () => {
  const names = ["A", "B", "C", "D", "E", "F", "G", "H"];
  const { person, words, sees, tick } = await ticking(await startWorld(), "en", names);
  await tick();
  await tap(person, words.page);
  await sees(words.chosen(6));
  await tap(person, words.next);
  await person.waitFor((message) => message.keyboard?.flat().some(({ text }) => text === "2/2") ?? false);
  await tap(person, /^⬜ .*A ·/);
  await sees(words.chosen(7));
  await tap(person, "Back");
  await tap(person, "Filter and search");
  await tap(person, "Search by label or tag");
  await sees("#");
  await person.send("b");
  await sees("🔎 “b”");
  await tap(person, words.several);
  await person.waitFor((message) => message.text.includes("🔎 “b”") && message.text.includes(words.chosen(7)));
  await tap(person, /^⬜ .*B ·/);
  await sees(words.chosen(8));
});

test.each(LANGUAGES)(
  "a wallet that cannot fund each of them says so before anything is asked (%s)",
  async (language) => {
    const { person, words, sees, tick } = await ticking(await startWorld(), language, ["Two", "One"], 1);
    await tick("One", "Two");
    await tap(person, words.fund(2));
    await sees(words.tooLittle);
  },
);
