codes-title = 🔐 <b>Коды 3-D Secure</b>
codes-one =
    <b>{ $merchant }</b> · { $amount }
    Карта ·{ $last4 }
    Код: <code>{ $code }</code>
codes-one-no-code =
    <b>{ $merchant }</b> · { $amount }
    Карта ·{ $last4 }
    CryptoCardy ещё не передал код. Нажмите «Обновить».
codes-until = Действует до { $time } ({ $relative })
codes-warning = Вводите код только на странице магазина. Ни CryptoCardy, ни этот бот его никогда не спрашивают.
codes-empty =
    🔐 <b>Сейчас кодов нет.</b>
    Код придёт сюда сам, когда его запросит магазин.
codes-paying-now = ⚡ Плачу сейчас
codes-hot =
    ⚡ <b>До { $time } проверяю каждые несколько секунд.</b>
    Платите: код придёт новым сообщением.
codes-copy = 📋 Скопировать код
codes-copy-of = 📋 Скопировать код · { $merchant }
codes-not-me = 🚫 Это не я
codes-not-me-of = 🚫 Это не я · { $merchant }
codes-unknown-shop = Неизвестный магазин
codes-expired = ⌛ Срок показанных здесь кодов истёк.
codes-frozen =
    ❄️ <b>Карта ·{ $last4 } заморожена.</b> Теперь по ней никто не заплатит.
    Код из чата убран. Если это всё-таки были вы, разморозьте карту.
codes-not-frozen =
    ⚠️ <b>Карту ·{ $last4 } заморозить не получилось.</b> Код из чата убран: никому его не сообщайте.
    Нажмите «Заморозить» ещё раз.
codes-freeze = ❄️ Заморозить
codes-unfreeze = 🔥 Разморозить
codes-card = 💳 Карта ·{ $last4 }
codes-command = Коды 3-D Secure
