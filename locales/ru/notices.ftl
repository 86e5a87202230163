notices-payment = 💳 <b>−{ $amount }</b> · { $merchant }
notices-payment-declined = ❌ Отклонено <b>{ $amount }</b> · { $merchant }
notices-payment-refunded = ↩️ Возврат <b>+{ $amount }</b> · { $merchant }
notices-unnamed-merchant = неизвестный магазин
notices-amount-unknown = сумма неизвестна
notices-card-unknown = карта
notices-left = осталось { $balance }
notices-today = за сегодня { $spent }
notices-status-settled = ✔️ Списано
notices-status-changed = ✔️ Списано { $settled }, холд был { $authorized }
notices-status-reversed = ✖️ Отменено, холд на { $amount } снят
notices-status-refunded = ↩️ Деньги возвращены
notices-status-part-refunded = ↩️ Возвращено { $refunded } из { $amount }
notices-late = ⏱ Пришло с опозданием: это было { $time }
notices-wallet = 👛 Кошелёк { $name }

notices-cause-missing = На карте не хватает { $missing }.
notices-cause-insufficient = На карте не хватает денег. Пополните её и оплатите ещё раз.
notices-cause-inactive = Карта ещё не активна: она ждёт пополнения.
notices-cause-frozen = Карта заморожена. Разморозьте её и оплатите ещё раз.
notices-cause-expired = Срок действия карты истёк. Выпустите новую.
notices-cause-limit = Превышен лимит карты на месяц.
notices-cause-limit-of = Превышен лимит карты на месяц: { $bound }.
notices-cause-payment-maximum = Сумма больше, чем можно заплатить такой картой за один раз.
notices-cause-payment-maximum-of = Такой картой за один раз можно заплатить не больше { $bound }.
notices-cause-month-maximum = Сумма больше, чем можно потратить такой картой за месяц.
notices-cause-month-maximum-of = Такой картой за месяц можно потратить не больше { $bound }.
notices-cause-category = Картой нельзя платить в магазинах этой категории.
notices-cause-code-wrong = Код 3-D Secure неверный. Начните оплату заново, чтобы получить новый.
notices-cause-code-late = Код 3-D Secure не ввели вовремя. Начните оплату заново, чтобы получить новый.
notices-cause-details = В магазине указали неверные реквизиты. Проверьте номер, срок и CVV.
notices-cause-terminated = Карта закрыта.
notices-cause-unknown = CryptoCardy не назвал причину. Деньги не списаны.

notices-guard-row =
    { $count ->
        [1] 🛡 Защита карты: { $count } платёж отклонён — не хватает денег.
        [one] 🛡 Защита карты: { $count } платёж подряд отклонён — не хватает денег.
        [few] 🛡 Защита карты: { $count } платежа подряд отклонены — не хватает денег.
        [many] 🛡 Защита карты: { $count } платежей подряд отклонено — не хватает денег.
       *[other] 🛡 Защита карты: { $count } платежа подряд отклонено — не хватает денег.
    }
notices-guard-share = 🛡 Защита карты: за 24 часа отклонено платежей: { $count } из { $of }.
notices-guard-ask = Карту, по которой отклонено много платежей, могут закрыть. Заморозить её до пополнения?
notices-guard-frozen = Карта заморожена, как вы настроили. Когда пополните её, я предложу разморозить.

notices-declines-row-of = 🔁 Отклонено платежей подряд из-за нехватки денег: { $count } из { $of }, затем сработает защита карты.
notices-declines-row = 🔁 Отклонено платежей подряд из-за нехватки денег: { $count }. Карту, по которой отклонено много платежей, могут закрыть.
notices-declines-day = 🔁 Отклонено платежей по карте за 24 часа: { $count }

notices-low = 🪫 На карте { $card } мало денег: <b>{ $balance }</b>
notices-held = 💸 Карта { $card } пополнена. Разморозить её?
notices-held-hint = Она была заморожена до пополнения.

notices-burst =
    💳 { $count ->
        [one] <b>{ $count } платёж</b> · −{ $total }
        [few] <b>{ $count } платежа</b> · −{ $total }
        [many] <b>{ $count } платежей</b> · −{ $total }
       *[other] <b>{ $count } платежа</b> · −{ $total }
    }
notices-burst-line = −{ $amount } · { $merchant }

notices-day = 🗓 За последние 24 часа потрачено <b>{ $total }</b>
notices-day-payments =
    { $count ->
        [1] { $count } платёж:
        [one] { $count } платёж, больше всего:
        [few] { $count } платежа, больше всего:
        [many] { $count } платежей, больше всего:
       *[other] { $count } платежа, больше всего:
    }
notices-day-merchant = • { $merchant }: { $amount }

notices-code-hidden = 🛡 Код 3-D Secure для необычного платежа · { $merchant } · <b>{ $amount }</b>
notices-code-odd-merchant = Этой картой в этом магазине ещё не платили. Код скрыт: откройте его, только если сейчас платите вы.
notices-code-odd-amount = Это намного больше, чем обычно платят этой картой. Код скрыт: откройте его, только если сейчас платите вы.

notices-code = 🔐 Код 3-D Secure <code>{ $code }</code> · { $merchant } · <b>{ $amount }</b>
notices-code-card = { $card } · истекает { $time }
notices-code-warning = Это не вы? Нажмите «Это не я»: карта сразу будет заморожена.
notices-code-expired = ⌛ Код 3-D Secure для { $merchant }, { $amount } истёк.
notices-code-used = ✅ Код 3-D Secure для { $merchant }, { $amount } больше не нужен.
notices-code-too-late = ⌛ Код 3-D Secure для { $merchant }, { $amount } пришёл слишком поздно: он уже истёк. Начните оплату заново, чтобы получить новый.
notices-code-missing = 🔐 { $merchant } запрашивает код 3-D Secure · <b>{ $amount }</b>
notices-code-missing-hint = CryptoCardy ещё не прислал код. Нажмите «Проверить» через несколько секунд.

notices-card-created = 💳 Новая карта { $card }
notices-card-created-hint = Её выпустили не в этом чате.
notices-card-frozen = ❄️ Карту { $card } заморозили. Это были вы?
notices-card-unfrozen = ⚠️ Карту { $card } разморозили. Это были вы?
notices-card-elsewhere = Это сделали не в этом чате. Если это были не вы, кто-то знает ваш seed.
notices-card-automatic = Это сделали не в этом чате: возможно, сработала автозаморозка или карту заморозил CryptoCardy.
notices-card-terminated = 🗑 Карта { $card } закрыта
notices-card-returned = { $amount } возвращено в кошелёк.
notices-card-returned-unknown = Остаток вернётся в кошелёк.
notices-card-terminated-elsewhere = ⚠️ Карту { $card } закрыли. Это были вы?
notices-card-funded = 💸 Карта { $card } пополнена
notices-card-funded-amount = 💸 +{ $amount } · карта { $card } пополнена
notices-card-balance = Баланс { $balance }

notices-first-card-ready = 🎉 Ваша первая карта <b>{ $card }</b> готова
notices-first-card-by-deposit = Она стала активной после депозита. Пополните её и платите.
notices-first-card-waiting = ⏳ Первая карта ещё не активна: пополните её, и она заработает.
notices-first-card-absent = 💳 Карты у этого кошелька пока нет. Выпустите её и платите.

notices-deposit-pending = ⏳ Депозит в пути: { $amount }
notices-deposit-pending-hint = Ждём подтверждений сети.
notices-deposit-confirmations =
    { $count ->
        [one] Пока { $count } подтверждение.
        [few] Пока { $count } подтверждения.
        [many] Пока { $count } подтверждений.
       *[other] Пока { $count } подтверждения.
    }
notices-deposit-confirmed = ✅ Депозит зачислен: <b>{ $amount }</b>
notices-deposit-received = Получено { $amount }
notices-deposit-fee = комиссия { $fee }
notices-deposit-done = ✅ Депозит подтверждён: { $amount }
notices-deposit-expired = ⌛ Срок депозита истёк: { $amount }
notices-deposit-expired-hint = Он не был подтверждён вовремя. Если вы отправили деньги, напишите в поддержку: /support.

notices-digest =
    📬 { $count ->
        [one] { $count } событие пришло с опозданием
        [few] { $count } события пришли с опозданием
        [many] { $count } событий пришло с опозданием
       *[other] { $count } события пришли с опозданием
    }
notices-digest-hint = Сообщения CryptoCardy какое-то время до нас не доходили.
notices-digest-payments =
    { $count ->
        [one] { $count } платёж на { $total }
        [few] { $count } платежа на { $total }
        [many] { $count } платежей на { $total }
       *[other] { $count } платежа на { $total }
    }
notices-digest-declines =
    { $count ->
        [one] { $count } отклонённый платёж
        [few] { $count } отклонённых платежа
        [many] { $count } отклонённых платежей
       *[other] { $count } отклонённого платежа
    }
notices-digest-refunds =
    { $count ->
        [one] { $count } возврат, +{ $total }
        [few] { $count } возврата, +{ $total }
        [many] { $count } возвратов, +{ $total }
       *[other] { $count } возврата, +{ $total }
    }
notices-digest-deposits =
    { $count ->
        [one] { $count } депозит
        [few] { $count } депозита
        [many] { $count } депозитов
       *[other] { $count } депозита
    }
notices-digest-cards =
    { $count ->
        [one] { $count } изменение карты
        [few] { $count } изменения карт
        [many] { $count } изменений карт
       *[other] { $count } изменения карт
    }

notices-button-copy-code = 📋 Скопировать код
notices-button-not-me = 🚫 Это не я
notices-button-check = 🔄 Проверить
notices-button-details = 🧾 Подробнее
notices-button-freeze = ❄️ Заморозить
notices-button-keep = 🔒 Только { $merchant }
notices-button-mute = 🔕 Магазин без звука
notices-button-unmute = 🔔 Вернуть звук
notices-button-low = 🪫 Низкий баланс
notices-button-unfreeze = 🔥 Разморозить
notices-button-fund = 💸 Пополнить
notices-button-card = 💳 Карта
notices-button-card-details = 👁 Реквизиты
notices-button-fund-card = 💸 Пополнить карту
notices-button-fund-first = 💸 Пополнить первую карту
notices-button-new-card = ➕ Новая карта
notices-button-cards = 💳 Карты
notices-button-history = 🧾 История
notices-button-fund-with = 💸 Пополнить на { $amount }
notices-button-hold = ❄️ Заморозить до пополнения
notices-button-limit = 📊 Лимит на месяц
notices-button-categories = 🗂 Категории
notices-button-paying-now = ⚡ Плачу сейчас
notices-button-show-code = 👁 Всё равно показать код
