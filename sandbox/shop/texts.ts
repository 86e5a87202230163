const LANGUAGES = ["en", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

const en = {
  shop: "Sandbox shop",
  intro: "Nothing here is real. Pay with a card from the chat and watch what the bot says.",
  buy: "Buy",
  back: "Back to the shop",
  checkout: "Checkout",
  number: "Card number",
  expiry: "Expiry, MM/YY",
  cvv: "CVV",
  amount: "Amount, US dollars",
  pay: "Pay",
  wrongNumber: "A card number has 13 to 19 digits.",
  wrongExpiry: "Month and year, for example 04/29.",
  wrongCvv: "Three or four digits from the back of the card.",
  wrongAmount: "Dollars and cents, for example 37.20.",
  codeTitle: "Confirm the payment",
  codeIntro: "The bank has sent a 3DS code to the cardholder's chat. It is good for five minutes.",
  code: "3DS code",
  confirm: "Confirm",
  wrongCode: "That is not the code. Attempts left:",
  approved: "Paid",
  declined: "Declined",
  refunded: "Refunded",
  refund: "Refund",
  lastPurchase: "Last purchase",
  again: "Try again",
  noBank: "The bank does not answer. Nothing was charged, as far as the shop knows.",
  noSuchPage: "There is no such page",
  other: "The bank gave this reason:",
};

const ru: typeof en = {
  shop: "Магазин-песочница",
  intro: "Здесь всё понарошку. Заплатите картой из чата и посмотрите, что скажет бот.",
  buy: "Купить",
  back: "Назад в магазин",
  checkout: "Оплата",
  number: "Номер карты",
  expiry: "Срок, ММ/ГГ",
  cvv: "CVV",
  amount: "Сумма в долларах США",
  pay: "Оплатить",
  wrongNumber: "В номере карты от 13 до 19 цифр.",
  wrongExpiry: "Месяц и год, например 04/29.",
  wrongCvv: "Три или четыре цифры с обратной стороны карты.",
  wrongAmount: "Доллары и центы, например 37,20.",
  codeTitle: "Подтвердите платёж",
  codeIntro: "Банк отправил код 3-D Secure в чат владельца карты. Код действует пять минут.",
  code: "Код 3-D Secure",
  confirm: "Подтвердить",
  wrongCode: "Код не подошёл. Осталось попыток:",
  approved: "Оплачено",
  declined: "Отклонено",
  refunded: "Деньги возвращены",
  refund: "Вернуть деньги",
  lastPurchase: "Последняя покупка",
  again: "Попробовать ещё раз",
  noBank: "Банк не отвечает. Насколько знает магазин, деньги не списаны.",
  noSuchPage: "Такой страницы нет",
  other: "Банк назвал такую причину:",
};

export type Texts = typeof en;
export const texts: Record<Language, Texts> = { en, ru };

/** Why the bank declined, as a shop would put it. */
const reasons: Record<string, Record<Language, string>> = {
  card_not_active: { en: "The card has not been activated yet.", ru: "Карта ещё не активирована." },
  card_frozen: { en: "The card is frozen.", ru: "Карта заморожена." },
  card_terminated: { en: "The card is closed.", ru: "Карта закрыта." },
  card_expired: { en: "The card has expired.", ru: "Срок действия карты истёк." },
  unknown_card: { en: "There is no card with this number.", ru: "Карты с таким номером нет." },
  incorrect_cvv: { en: "The CVV is wrong.", ru: "Неверный CVV." },
  incorrect_expiry: { en: "The expiry date is wrong.", ru: "Неверный срок действия." },
  category_not_allowed: {
    en: "The card does not allow this kind of merchant.",
    ru: "Карта не разрешает платежи в этой категории.",
  },
  transaction_limit_exceeded: {
    en: "The amount is above what the card may pay at once.",
    ru: "Сумма больше, чем карта может заплатить за один раз.",
  },
  bin_monthly_limit_exceeded: {
    en: "The card type's limit for this month is used up.",
    ru: "Лимит этого типа карт на месяц исчерпан.",
  },
  monthly_limit_exceeded: {
    en: "The card's limit for this month is used up.",
    ru: "Лимит карты на месяц исчерпан.",
  },
  insufficient_funds: { en: "There is not enough money on the card.", ru: "На карте не хватает денег." },
  "3ds_failed": { en: "The 3DS code was wrong too often.", ru: "Код 3-D Secure введён неверно слишком много раз." },
  "3ds_expired": { en: "The 3DS code has expired.", ru: "Срок действия кода 3-D Secure истёк." },
  challenge_expired: { en: "The 3DS code has expired.", ru: "Срок действия кода 3-D Secure истёк." },
  challenge_completed: { en: "The 3DS code has been used already.", ru: "Код 3-D Secure уже использован." },
};

/** A decline reason in words; one that is not known is quoted. */
export const reasonText = (reason: string, language: Language): string =>
  reasons[reason]?.[language] ?? `${texts[language].other} ${reason}`;

/** The language of a visitor: asked for in the address, else the browser's. */
export function pickLanguage(asked: string | null, accepted: string | undefined): Language {
  const wanted = asked ?? accepted?.slice(0, 2);
  return LANGUAGES.find((language) => language === wanted) ?? "en";
}
