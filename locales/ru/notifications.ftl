notifications-title = 🔔 <b>Уведомления</b>
notifications-always = Коды 3-D Secure приходят всегда: отключить их нельзя, можно только убрать звук в тихие часы. Со звуком в тихие часы приходят и отклонённые платежи и сообщения о картах, которые заморозил, разморозил или закрыл кто-то другой.
notifications-guard-what =
    { $count ->
        [one] Защита от отказов срабатывает, когда из-за нехватки денег отклонён { $count } платёж или за 24 часа отклонено { $share } % платежей (если их не меньше { $least }).
        [few] Защита от отказов срабатывает, когда из-за нехватки денег подряд отклонены { $count } платежа или за 24 часа отклонено { $share } % платежей (если их не меньше { $least }).
        [many] Защита от отказов срабатывает, когда из-за нехватки денег подряд отклонено { $count } платежей или за 24 часа отклонено { $share } % платежей (если их не меньше { $least }).
       *[other] Защита от отказов срабатывает, когда из-за нехватки денег подряд отклонено { $count } платежа или за 24 часа отклонено { $share } % платежей (если их не меньше { $least }).
    }
notifications-zone-is = Ваше время: { $zone }
notifications-on = вкл.
notifications-off = выкл.
notifications-kind-payments = Платежи
notifications-kind-declines = Отклонённые
notifications-kind-refunds = Возвраты
notifications-kind-deposits = Депозиты
notifications-kind-cards = Карты
notifications-button-above = 🔉 Платежи без звука до: { $value }
notifications-button-shops = 🔕 Магазины без звука: { $count }
notifications-button-above-off = 🔉 Платежи без звука: выкл.
notifications-button-quiet = 🌙 Тихие часы: { $value }
notifications-button-codes-loud = 🔐 Коды в тихие часы: со звуком
notifications-button-codes-quiet = 🔐 Коды в тихие часы: без звука
notifications-codes-quiet = Теперь в тихие часы коды 3-D Secure приходят без звука. Код, который вы не запрашивали, можно не заметить и не успеть остановить платёж.
notifications-codes-loud = Коды 3-D Secure всегда со звуком
notifications-button-digest = 🗓 Итоги дня: { $value }
notifications-button-low = 🪫 Низкий баланс: ниже { $value }
notifications-button-low-off = 🪫 Низкий баланс: выкл.
notifications-button-shield = 🛡 Скрывать необычные коды: { $value }
notifications-button-guard-asks = 🚦 При отказах: спрашивать
notifications-button-guard-freezes = 🚦 При отказах: заморозить
notifications-button-guard-at =
    { $count ->
        [1] 📏 Порог защиты: { $count } отказ или { $share } %
        [one] 📏 Порог защиты: { $count } подряд или { $share } %
        [few] 📏 Порог защиты: { $count } подряд или { $share } %
        [many] 📏 Порог защиты: { $count } подряд или { $share } %
       *[other] 📏 Порог защиты: { $count } подряд или { $share } %
    }
notifications-guard-ask = 📏 <b>Когда срабатывать защите от отказов?</b>

    Карту, по которой часто отклоняют платежи, могут закрыть, или за неё могут взять плату. Точных порогов CryptoCardy не называет, поэтому выберите сами: сколько платежей подряд отклонено из-за нехватки денег и какая доля всех платежей за 24 часа (если их не меньше { $least }).
notifications-guard-row =
    { $count ->
        [1] { $count } отказ
        [one] { $count } подряд
        [few] { $count } подряд
        [many] { $count } подряд
       *[other] { $count } подряд
    }
notifications-guard-share = { $share } %
notifications-button-zone = 🕒 Часовой пояс: { $zone }
notifications-above-ask = 🔉 <b>С какой суммы сообщать о платежах со звуком?</b> О платежах поменьше сообщу без звука. Сумму можно и написать.
notifications-low-ask = 🪫 <b>При каком балансе карты предупредить вас?</b> Один раз, когда он станет ниже. Сумму можно и написать.
notifications-quiet-from = 🌙 <b>Когда начинаются тихие часы?</b> Ваше время: { $zone }
notifications-quiet-to = 🌙 <b>С { $from } и до скольких?</b> Ваше время: { $zone }
notifications-digest-ask = 🗓 <b>Когда присылать итоги последних 24 часов?</b> Ваше время: { $zone }
notifications-zone-ask = 🕒 <b>Который у вас час?</b> Переход на летнее время не учитывается: переведя часы, измените пояс здесь.
notifications-shield-on = Коды для магазина, где этой картой не платили, и для необычно большой суммы теперь скрыты за кнопкой. В новом месте понадобится одно лишнее нажатие.
notifications-shield-off = Коды всегда видны сразу
notifications-guard-freezes = Теперь после отклонённых платежей карта замораживается сама. Когда пополните её, я предложу разморозить. До этого другие платежи по ней не пройдут.
notifications-guard-asks = Защита только спрашивает
notifications-held = ❄️ Карта { $card } заморожена до пополнения. После него я предложу её разморозить.
notifications-shops-title = 🔕 <b>Магазины без звука</b>
notifications-shops-what = О платежах в них сообщаю без звука. Отклонённые платежи, коды и возвраты приходят как обычно. Чтобы вернуть звук, нажмите на магазин.
notifications-shops-none = Таких нет. Кнопка «Магазин без звука» под платежом отключает звук для платежей в этом магазине.
notifications-shops-button = 🔔 Вернуть звук: { $merchant }
notifications-shops-full =
    { $count ->
        [one] Без звука уже { $count } магазин, больше нельзя. Сначала верните ему звук: Настройки → Уведомления → Магазины без звука.
        [few] Без звука уже { $count } магазина, больше нельзя. Сначала верните звук одному из них: Настройки → Уведомления → Магазины без звука.
        [many] Без звука уже { $count } магазинов, больше нельзя. Сначала верните звук одному из них: Настройки → Уведомления → Магазины без звука.
       *[other] Без звука уже { $count } магазина, больше нельзя. Сначала верните звук одному из них: Настройки → Уведомления → Магазины без звука.
    }
notifications-shop-muted = 🔕 { $merchant }: теперь без звука. Вернуть звук: та же кнопка или Настройки → Уведомления → Магазины без звука.
notifications-shop-unmuted = 🔔 { $merchant }: платежи снова со звуком
