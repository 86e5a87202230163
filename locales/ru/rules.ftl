rules-once-used = ☝️ <b>Карта { $card } заморожена: её единственный платёж прошёл.</b>
    { $merchant } · { $amount }
    Когда деньги за платёж спишут, карта закроется, а остаток вернётся в кошелёк.
rules-once-closed = ✅ <b>Разовая карта { $card } закрыта.</b> Деньги за платёж списаны, остаток в вашем кошельке.
rules-once-closed-with = ✅ <b>Разовая карта { $card } закрыта.</b> В кошелёк вернулось { $amount }.
rules-once-not-closed = ⚠️ <b>Разовую карту { $card } не удалось закрыть.</b> Она остаётся замороженной, деньги на ней. Закройте её сами:
rules-stranger = 🔒 <b>Карта { $card } заморожена: платёж в { $merchant }.</b>
    Она только для { $kept }. Холд на { $amount } появился раньше, чем карту удалось заморозить; новые платежи будут отклонены.
rules-not-frozen = ⚠️ <b>Карту { $card } надо заморозить, но CryptoCardy не отвечает.</b>
    Причина: { $merchant }, { $amount }. Бот продолжает попытки; кнопку можете нажать и вы.
rules-freeze-given-up = ⚠️ <b>Карту { $card } не удалось заморозить. Бот больше не пытается.</b>
    Причина: { $merchant }, { $amount }. С карты всё ещё могут списать деньги: проверьте её сами.
rules-topped-up = ⚡ <b>Карта { $card } пополнена на { $amount }</b>
rules-top-up-today = Автопополнение за сегодня: { $moved } из { $most }
rules-top-up-day-full = ⚡ <b>Карта { $card } не пополнена: предел на сегодня исчерпан.</b> Автопополнение продолжится завтра.
rules-top-up-wallet-low = ⚡ <b>Карта { $card } не пополнена: в кошельке осталось бы слишком мало.</b>
rules-top-up-failed = ⚠️ <b>Карта { $card } не пополнена.</b> CryptoCardy не принял запрос. Деньги остались на месте.
rules-top-up-unknown = ⚠️ <b>Неизвестно, пополнена ли карта { $card }.</b> CryptoCardy не ответил: прежде чем повторять, посмотрите на баланс.
rules-button-card = 💳 Карта
rules-button-rules = 🛡 Правила карты
rules-button-pause = ⏸ Приостановить правило
rules-renewal = 📅 <b>{ $days ->
    [0] Сегодня
    [1] Завтра
    [one] Через { $days } день
    [few] Через { $days } дня
    [many] Через { $days } дней
   *[other] Через { $days } дня
}: { $merchant } ≈ { $amount }</b>
rules-renewal-enough = На карте { $card } — { $balance }, этого хватит.
rules-renewal-short = ⚠️ На карте { $card } только { $balance }. Пополните её или заморозьте, если платить не хотите.
rules-button-top-up = 💸 Пополнить
rules-button-pause-card = ❄️ Заморозить на время
