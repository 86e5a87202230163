/** What the shop sells. Each has a merchant of its own, so that categories and limits of a card can be tried. */
export type Product = {
  id: string;
  emoji: string;
  name: { en: string; ru: string };
  /** US dollars, as printed on the price tag. */
  price: string;
  merchant: { name: string; mcc: string; country: string };
};

export const products: Product[] = [
  product("ads", "📣", "Ad platform: top-up", "Рекламный кабинет: пополнение", "50.00", "FACEBK ADS", "7311", "US"),
  product("music", "🎧", "Music subscription, a month", "Подписка на музыку, месяц", "9.99", "SPOTIFY", "4899", "SE"),
  product("food", "🥦", "Groceries", "Продукты", "37.20", "GREEN BASKET", "5411", "DE"),
  product("cloud", "☁️", "Cloud server, a month", "Облачный сервер, месяц", "24.00", "CLOUDNEST HOSTING", "7372", "US"),
  product("hotel", "🏨", "Hotel, two nights", "Отель, две ночи", "318.00", "HOTEL MERIDIAN", "7011", "FR"),
  product("casino", "🎰", "Casino chips", "Фишки казино", "20.00", "LUCKY SPIN", "7995", "MT"),
];

function product(
  id: string,
  emoji: string,
  en: string,
  ru: string,
  price: string,
  name: string,
  mcc: string,
  country: string,
): Product {
  return { id, emoji, name: { en, ru }, price, merchant: { name, mcc, country } };
}
