import { type AmountProblem, type Cents, parseAmount } from "../../../lib/money.ts";
import type { Outcome } from "../../../lib/outcome.ts";

/** A screen that a word stands for. */
export type WordScreen =
  | "home"
  | "cards"
  | "codes"
  | "history"
  | "stats"
  | "deposit"
  | "new-card"
  | "freeze"
  | "settings"
  | "status"
  | "help";
export type CardVerb = "freeze" | "unfreeze" | "open" | "details";
export type MoneyVerb = "fund" | "withdraw";

/** What a typed text asks for. `digits`: the card's last four; `amount` is absent when none was typed. */
export type ShortWay =
  | { kind: "screen"; screen: WordScreen }
  | { kind: "card"; verb: CardVerb; digits: string }
  | { kind: "money"; verb: MoneyVerb; digits: string; amount?: Outcome<Cents, AmountProblem> };

const LONGEST_TEXT = 100;

const SCREENS: [WordScreen, RegExp][] = [
  ["home", /^(?:balance|wallet|home|баланс|кошел[её]к|сколько денег)$/],
  ["cards", /^(?:(?:my )?cards|(?:мои )?карты)$/],
  ["codes", /^(?:codes?|otp|3ds(?: codes?)?|коды?|код 3-?ds?)$/],
  ["history", /^(?:history|payments|история|платежи|траты)$/],
  ["deposit", /^(?:deposit|депозит|пополнить кошел[её]к|пополни кошел[её]к)$/],
  ["new-card", /^(?:new card|issue (?:a )?card|новая карта|выпусти(?:ть)? карту)$/],
  [
    "freeze",
    /^(?:freeze(?: all| everything| (?:all )?(?:my )?cards?)?|panic|заморо(?:зь|зить)(?: (?:все|всё|карту|(?:все )?карты))?|паника)$/,
  ],
  ["stats", /^(?:stats|statistics|spending|статистика)$/],
  ["settings", /^(?:settings|настройки)$/],
  ["status", /^(?:status|статус|состояние)$/],
  ["help", /^(?:help|помощь|помоги|справка)$/],
];

const CARD_VERBS: [CardVerb, string][] = [
  ["unfreeze", "unfreeze|unlock|разморозь|разморозить|разморозка"],
  ["freeze", "freeze|lock|block|заморозь|заморозить|заморозка|заблокируй|заблокировать"],
  ["details", "details|реквизиты"],
  ["open", "card|open|карта|открой|покажи"],
];

const CARD = "(?:(?:card|карту|карты|карте|карта|карты) )?[·•*#№]? ?(?<digits>\\d{4})";
const AMOUNT = "(?<amount>\\S.*?)";

/** From the most to the least telling: a word before the card says which of two numbers is the card. */
const MONEY_FORMS: [MoneyVerb, RegExp][] = (
  [
    ["fund", `(?:top ?-?up|fund|load|add|put|send|move) ${AMOUNT} (?:to|on|onto|for) ${CARD}`],
    ["fund", `(?:top ?-?up|fund|load|refill) ${CARD}(?: (?:with|by|for))? ${AMOUNT}`],
    ["fund", `(?:top ?-?up|fund|load|refill) ${CARD}`],
    ["fund", `(?:положи|положить|переведи|перевести|закинь|закинуть|добавь|добавить) ${AMOUNT} на ${CARD}`],
    ["fund", `(?:пополни|пополнить|положи|положить|закинь|закинуть) ${CARD}(?: на)? ${AMOUNT}`],
    ["fund", `(?:пополни|пополнить|закинь|закинуть) ${CARD}`],
    ["withdraw", `(?:withdraw|take(?: back| out)?|move) ${AMOUNT} (?:from|off) ${CARD}`],
    ["withdraw", `(?:withdraw|take(?: back| out)?)(?: from)? ${CARD} ${AMOUNT}`],
    ["withdraw", `(?:withdraw|take(?: back| out)?)(?: from)? ${CARD}`],
    ["withdraw", `(?:выведи|вывести|сними|снять|верни|вернуть|забери|забрать) ${AMOUNT} (?:с|со|из) ${CARD}`],
    ["withdraw", `(?:выведи|вывести|сними|снять|верни|вернуть|забери|забрать)(?: (?:с|со|из))? ${CARD} ${AMOUNT}`],
    ["withdraw", `(?:выведи|вывести|сними|снять|верни|вернуть|забери|забрать)(?: (?:с|со|из))? ${CARD}`],
  ] as const
).map(([verb, form]) => [verb, new RegExp(`^${form}$`, "u")]);

const CARD_FORMS = CARD_VERBS.map(([verb, words]) => [verb, new RegExp(`^(?:${words}) ${CARD}$`, "u")] as const);

/** Reads what people type in either language: `freeze 2039`, `пополни 2039 на 50`, `баланс`. Undefined: none of these. */
export function readShortWay(text: string): ShortWay | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const said = tidy(text);
  const screen = SCREENS.find(([, form]) => form.test(said));
  if (screen) return { kind: "screen", screen: screen[0] };
  for (const [verb, form] of CARD_FORMS) {
    const digits = form.exec(said)?.groups?.digits;
    if (digits) return { kind: "card", verb, digits };
  }
  for (const [verb, form] of MONEY_FORMS) {
    const { digits, amount } = form.exec(said)?.groups ?? {};
    if (digits) return { kind: "money", verb, digits, ...(amount && { amount: parseAmount(amount) }) };
  }
  return undefined;
}

/** One line in lower case; a sign at the end says nothing. */
const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.!?,]+$/, "")
    .trim();
