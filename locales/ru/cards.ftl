cards-command = Мои карты
cards-title = 💳 <b>Карты</b> · { $total ->
    [one] { $total } карта
    [few] { $total } карты
    [many] { $total } карт
   *[other] { $total } карты
} · страница { $page } из { $pages }
cards-empty = 💳 <b>Карты</b>

    Карт пока нет. Первую можно выпустить за минуту.
cards-new = ➕ Новая карта
cards-status-active = Активна
cards-status-frozen = Заморожена
cards-status-terminated = Закрыта
cards-status-pending = Ждёт депозита
cards-card-title = 💳 <b>{ $title }</b>
cards-card-status = { $sign } { $status } · { $network }
cards-card-balance = Баланс: <b>{ $balance }</b>
cards-card-limit = Лимит на месяц: { $limit }
cards-card-spent = Всего потрачено: { $spent } за { $count ->
    [one] { $count } платёж
    [few] { $count } платежа
    [many] { $count } платежей
   *[other] { $count } платежа
}
cards-card-last-used = Последняя оплата: { $at }
cards-card-expires = Действует до: { $expiry }
cards-card-frozen-note = ❄️ Пока карта заморожена, платежи отклоняются. Деньги остаются на карте.
cards-card-closed-note = Эта карта закрыта навсегда.
cards-card-pending-note = ⏳ Карта заработает, когда на ней появятся деньги: нажмите «Пополнить».
cards-fund = 💸 Пополнить
cards-withdraw = ↩️ Вывести
cards-freeze = ❄️ Заморозить
cards-unfreeze = 🔥 Разморозить
cards-details = 👁 Реквизиты
cards-history = 🧾 История
cards-close = 🗑 Закрыть карту
cards-frozen-note = ❄️ Карта { $title } заморожена. Чтобы отменить, нажмите «Разморозить».
cards-unfrozen-note = 🔥 Карта { $title } снова работает
cards-close-ask = 🗑 <b>Закрыть карту { $title }?</b>

    { $balance } вернётся в кошелёк. Закрытую карту нельзя открыть снова.
cards-close-holds = Незавершённые холды: { $count } (могут не пройти)
cards-close-holds-more = Незавершённые холды: не меньше { $count } (могут не пройти)
cards-close-holds-none = Незавершённых холдов нет
cards-close-holds-unknown = Незавершённый платёж может не пройти. Есть ли такие, сейчас не узнать.
cards-close-upcoming = ⚠️ { $count ->
    [1] С карты ожидается платёж, он будет отклонён:
    [one] С карты ожидаются платежи, они будут отклонены:
    [few] С карты ожидаются платежи, они будут отклонены:
    [many] С карты ожидаются платежи, они будут отклонены:
   *[other] С карты ожидаются платежи, они будут отклонены:
}
cards-keep = 💳 Оставить карту
cards-close-confirm = 🗑 Закрыть ·{ $last4 }
cards-card-month = Лимит на месяц: { $spent } из { $limit }
cards-filter = 🔎 Фильтр и поиск
cards-several = ☑️ Несколько карт
cards-filtered = 🔎 { $filter }
cards-none-fit = 🔎 <b>Подходящих карт нет</b>

    Вы искали: { $filter }
cards-tags-unread = 🏷 Теги ещё { $count ->
    [one] { $count } карты
    [few] { $count } карт
    [many] { $count } карт
   *[other] { $count } карты
} пока не прочитаны. Обновите, чтобы искать дальше.
cards-filter-title = 🔎 <b>Какие карты показать?</b>
cards-filter-none = Все карты, сначала новые.
cards-filter-all = Все
cards-filter-active = Активные
cards-filter-frozen = Замороженные
cards-filter-closed = Закрытые
cards-filter-any-bin = Любой BIN
cards-filter-bin = BIN { $bin }
cards-filter-label = «{ $label }»
cards-filter-tag = 🏷 { $tag }
cards-filter-no-label = ✖️ Название «{ $label }»
cards-filter-no-tag = ✖️ Тег { $tag }
cards-filter-clear = 🧹 Сбросить фильтр
cards-filter-show = 💳 Показать карты
cards-sort-created = По дате
cards-sort-balance = По балансу
cards-sort-used = По оплате
cards-page-before = ◀️ Предыдущие
cards-page-after = Следующие ▶️
cards-search = ✏️ Поиск по названию или тегу
cards-search-ask = ✏️ <b>Что искать?</b>

    Напишите часть названия или тег с # в начале: <code>#работа</code>
cards-search-ask-tags = ✏️ <b>Что искать?</b>

    Напишите часть названия или выберите тег.
cards-search-tag = 🏷 { $tag }
