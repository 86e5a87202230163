rules-once-used = ☝️ <b>{ $card }: единственный платёж прошёл, карта заморожена.</b>
    { $merchant } · { $amount }
    Когда платёж проведут окончательно, карта закроется, а остаток вернётся в кошелёк.
rules-once-closed = ✅ <b>Разовая карта { $card } закрыта.</b> Платёж проведён, остаток в вашем кошельке.
rules-once-closed-with = ✅ <b>Разовая карта { $card } закрыта.</b> В кошелёк вернулось { $amount }.
rules-once-not-closed = ⚠️ <b>Разовую карту { $card } не удалось закрыть.</b> Она остаётся замороженной, деньги на ней. Закройте её сами:
rules-stranger = 🔒 <b>{ $card } заморожена: платёж от { $merchant }.</b>
    Карта — только для { $kept }. Холд на { $amount } появился раньше, чем карту удалось заморозить; новые платежи не пройдут.
rules-not-frozen = ⚠️ <b>{ $card } надо заморозить, но CryptoCardy не отвечает.</b>
    Причина: { $merchant }, { $amount }. Бот продолжает попытки; кнопку можете нажать и вы.
rules-freeze-given-up = ⚠️ <b>{ $card } не удалось заморозить. Бот больше не пытается.</b>
    Причина: { $merchant }, { $amount }. С карты всё ещё могут списать деньги: проверьте её сами.
rules-topped-up = ⚡ <b>{ $card } пополнена на { $amount }</b>
rules-top-up-today = Автопополнение за сегодня: { $moved } из { $most }
rules-top-up-day-full = ⚡ <b>{ $card } не пополнена: сегодняшний предел исчерпан.</b> Автопополнение продолжится завтра.
rules-top-up-wallet-low = ⚡ <b>{ $card } не пополнена: в кошельке осталось бы слишком мало.</b>
rules-top-up-failed = ⚠️ <b>{ $card } не пополнена.</b> CryptoCardy отказал. Деньги остались на месте.
rules-top-up-unknown = ⚠️ <b>Неизвестно, пополнена ли { $card }.</b> CryptoCardy не ответил: прежде чем повторять, посмотрите на баланс.
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
