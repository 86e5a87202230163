notifications-title = 🔔 <b>Уведомления</b>
notifications-always = Коды 3-D Secure приходят всегда и со звуком: отключить их нельзя. В тихие часы со звуком приходят ещё отклонённые платежи и сообщения о картах, которые заморозил, разморозил или закрыл кто-то другой.
notifications-guard-what =
    { $count ->
        [one] Защита от отказов срабатывает, когда из-за нехватки денег отклонён { $count } платёж или за сутки отклонено много платежей.
        [few] Защита от отказов срабатывает, когда из-за нехватки денег подряд отклонены { $count } платежа или за сутки отклонено много платежей.
        [many] Защита от отказов срабатывает, когда из-за нехватки денег подряд отклонено { $count } платежей или за сутки отклонено много платежей.
       *[other] Защита от отказов срабатывает, когда из-за нехватки денег подряд отклонено { $count } платежа или за сутки отклонено много платежей.
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
notifications-button-quiet = 🌙 Тихие часы: { $value }
notifications-button-digest = 🗓 Итоги дня: { $value }
notifications-button-low = 🪫 Низкий баланс: ниже { $value }
notifications-button-shield = 🛡 Скрывать необычные коды: { $value }
notifications-button-guard-asks = 🚦 При отказах: спрашивать
notifications-button-guard-freezes = 🚦 При отказах: заморозить
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
