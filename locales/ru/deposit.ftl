deposit-choose =
    📥 <b>Чем пополните кошелёк?</b>
    Выберите монету вместе с сетью: деньги, отправленные по другой сети, пропадут.
deposit-address =
    📥 <b>{ $title }</b>

    <code>{ $address }</code>

    Сеть: <b>{ $network }</b>
deposit-minimum = Минимум: <b>{ $amount } { $ticker }</b>. Меньшая сумма не зачислится.
deposit-minimum-unknown = Минимум для этой монеты CryptoCardy не называет. Не отправляйте совсем мелкие суммы.
deposit-only = ⚠️ Отправляйте на этот адрес только { $ticker } и только по сети { $network }. Всё остальное пропадёт.
deposit-not-solana = ❗ <b>Это USDT в сети Ethereum (ERC-20).</b> Не отправляйте USDT из Solana, Tron и других сетей.
deposit-not-ethereum = ❗ <b>Это USDT в сети Solana.</b> Не отправляйте USDT из Ethereum (ERC-20), Tron и других сетей.
deposit-after = Депозит появится здесь сам. При зачислении CryptoCardy берёт комиссию.
deposit-copy = 📋 Скопировать адрес
deposit-list = 🧾 Мои депозиты
deposit-other = 📥 Другая монета
deposit-none-offered = Сейчас CryptoCardy не даёт адреса для депозита. Попробуйте позже.
deposits-title = 🧾 <b>Депозиты</b>
deposits-empty = 🧾 <b>Депозитов пока нет.</b> Депозит появится здесь, как только его увидит сеть.
deposits-pending =
    { $confirmations ->
        [0] ⏳ <b>{ $crypto }</b> · замечен, пока не подтверждён
        [one] ⏳ <b>{ $crypto }</b> · { $confirmations } подтверждение
        [few] ⏳ <b>{ $crypto }</b> · { $confirmations } подтверждения
        [many] ⏳ <b>{ $crypto }</b> · { $confirmations } подтверждений
       *[other] ⏳ <b>{ $crypto }</b> · { $confirmations } подтверждения
    }
deposits-about = около { $amount }
deposits-confirmed = ✅ <b>{ $crypto }</b> · зачислено { $credited }
deposits-confirmed-plain = ✅ <b>{ $crypto }</b> · подтверждён
deposits-fee = комиссия { $fee }
deposits-expired = ⌛ <b>{ $crypto }</b> · срок истёк
deposits-other = • <b>{ $crypto }</b> · { $status }
deposits-no-amount = { $ticker }, сумма пока неизвестна
deposit-command = Пополнить кошелёк криптовалютой
deposit-after-steps = 1. Отправлен → 2. Замечен → 3. Подтверждён → 4. Зачислен
deposit-step = { $sign } { $number }. { $step }
deposit-step-sent = Отправлен
deposit-step-seen = Замечен сетью
deposit-step-confirmed = Подтверждён
deposit-step-confirmations =
    { $count ->
        [0] Подтверждён: пока ни одного подтверждения
        [one] Подтверждён: { $count } подтверждение
        [few] Подтверждён: { $count } подтверждения
        [many] Подтверждён: { $count } подтверждений
       *[other] Подтверждён: { $count } подтверждения
    }
deposit-step-credited = Зачислен
deposit-step-credited-with = Зачислен: { $amount }
deposit-step-card = Первая карта активна
deposit-first-card = ⏳ Ваша первая карта ещё не активна. Она заработает после депозита: сразу или когда вы её пополните.
deposit-fund-first = 💸 Пополнить первую карту
deposit-detail-title = 📥 <b>{ $crypto }</b>
deposit-detail-status = Состояние: { $status }
deposit-detail-amount = Стоимость: { $amount }
deposit-detail-fee = Комиссия CryptoCardy: { $fee }
deposit-detail-credited = Зачислено в кошелёк: <b>{ $amount }</b>
deposit-detail-to-credit = Будет зачислено: около { $amount }
deposit-detail-seen-at = Замечен: { $at }
deposit-detail-confirmed-at = Подтверждён: { $at }
deposit-detail-hash = Транзакция: <code>{ $hash }</code>
deposit-detail-wait = Делать ничего не нужно: когда сеть подтвердит перевод { $ticker }, CryptoCardy его зачислит. Если перевод так и не подтвердится, его срок истечёт.
deposit-detail-expired = ⌛ Перевод не подтвердился вовремя и не зачислен. Если он подтвердился позже, сообщите CryptoCardy номер транзакции.
deposit-detail-gone = 🔎 CryptoCardy больше не показывает этот депозит.
deposit-explorer = 🔗 Посмотреть на { $site }
deposit-copy-hash = 📋 Скопировать транзакцию
deposits-page = Страница { $page } из { $pages }
deposits-filter = 🔎 Фильтр
deposits-filter-ask = 🔎 <b>Какие депозиты показать?</b>
deposits-filtered = Показано: { $filter }
deposits-none-fit = Таких депозитов нет.
deposits-show-all = ✖️ Показать все
deposits-any-status = Любое состояние
deposits-any-coin = Любая монета
deposits-chosen = ✅ { $text }
deposits-status-pending = В пути
deposits-status-confirmed = Зачислен
deposits-status-expired = Срок истёк
