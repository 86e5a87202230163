details-choose =
    👁 <b>{ $card }: где показать реквизиты?</b>

    <b>Показать один раз</b>: всплывающее окно с номером, сроком и CVV. В чате ничего не останется.
details-choose-page = <b>Одноразовая страница</b>: откроется в браузере один раз, с кнопками копирования.
details-choose-address = <b>Платёжный адрес</b>: его магазины спрашивают вместе с картой.
details-once = ⚡ Показать один раз
details-page = 🔗 Одноразовая страница
details-address = 🏠 Платёжный адрес
details-alert =
    { $number }
    { $expiry } · CVV { $cvv }
    { $holder }
details-page-coming = ⏳ Страница карты { $card } готовится…
details-page-ready =
    🔗 <b>Страница карты { $card } готова.</b>
    Откроется один раз, в течение { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Потом это сообщение исчезнет.
details-page-open = 🔗 Открыть страницу
details-page-unavailable = Одноразовая страница здесь недоступна. Нажмите «Показать один раз».
details-line = <code>{ $value }</code>
details-billing = 🏠 <b>Платёжный адрес карты { $card }</b>
details-no-billing = CryptoCardy не называет платёжный адрес этой карты. Обычно магазины тогда принимают любой.
details-copy = 📋 { $value }
details-limit =
    ⏳ Реквизиты можно смотреть лишь несколько раз в минуту. Повторите через { $seconds ->
        [one] { $seconds } секунду.
        [few] { $seconds } секунды.
        [many] { $seconds } секунд.
       *[other] { $seconds } секунды.
    }
details-failed = CryptoCardy не передал реквизиты, ничего не показано. Повторите через минуту.
details-not-found = CryptoCardy больше не знает эту карту.
