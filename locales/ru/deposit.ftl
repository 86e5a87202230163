deposit-choose =
    📥 <b>Что вы внесёте?</b>
    Выберите монету вместе с сетью: отправленное по другой сети пропадёт.
deposit-address =
    📥 <b>{ $title }</b>

    <code>{ $address }</code>

    Сеть: <b>{ $network }</b>
deposit-minimum = Минимум: <b>{ $amount } { $ticker }</b>. Меньшая сумма не зачислится.
deposit-minimum-unknown = Минимум для этой монеты CryptoCardy не называет. Не отправляйте совсем мелкие суммы.
deposit-only = ⚠️ Отправляйте на этот адрес только { $ticker } и только по сети { $network }. Остальное пропадёт.
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
deposits-more =
    { $count ->
        [one] Показан последний { $count }.
        [few] Показаны последние { $count }.
        [many] Показаны последние { $count }.
       *[other] Показаны последние { $count }.
    }
deposit-command = Пополнить кошелёк
