history-command = Платежи и возвраты
history-title = 🧾 <b>История</b>
history-title-page = 🧾 <b>История</b> · страница { $page }
history-title-pages = 🧾 <b>История</b> · страница { $page } из { $pages }
history-filtered = 🔎 Показываю: { $filters }
history-empty = Пока пусто. Здесь появятся платежи, возвраты и отклонённые платежи.
history-none-fit = Под эти фильтры ничего не подходит.
history-zone = <i>Дни считаются по { $zone }.</i>
history-day = <b>{ $date }</b>
history-day-today = <b>Сегодня · { $date }</b>
history-line = { $number }. { $sign } { $kind } { $amount } · { $merchant } · { $at }
history-kind-authorization = Холд
history-kind-settlement = Платёж
history-kind-refund = Возврат
history-kind-decline = Отклонено
history-no-merchant = Неизвестный магазин
history-filters = 🔎 Фильтры
history-filters-set = 🔎 Фильтры: { $count }
history-csv = 📄 CSV
history-stats = 📊 Расходы
history-clear = 🧹 Сбросить
history-sheet = 🔎 <b>Фильтры истории</b>

    Карта: <b>{ $card }</b>
    Вид: <b>{ $type }</b>
    Период: <b>{ $period }</b>
    Магазин: <b>{ $merchant }</b>
    Сумма: <b>{ $amount }</b>
    Строк на странице: <b>{ $size }</b>

    <i>Дни считаются по { $zone }.</i>
history-any = всё
history-any-card = все
history-any-type = все
history-any-period = за всё время
history-any-merchant = любой
history-any-amount = любая
history-set-card = 💳 Карта
history-set-type = 🏷 Вид
history-set-period = 📅 Период
history-set-merchant = 🏪 Магазин
history-set-amount = 💵 Сумма
history-set-size = 📃 Строки
history-show = ✅ Показать
history-pick-card = 💳 <b>Какая карта?</b>
history-all-cards = Все карты
history-one-card = одна карта
history-pick-type = 🏷 <b>Что показать?</b>
history-all-types = Все виды
history-pick-period = 📅 <b>За какой период?</b>

    Дни считаются по { $zone }.
history-all-time = За всё время
history-period-today = Сегодня
history-period-week = 7 дней
history-period-days30 = 30 дней
history-period-month = Этот месяц
history-period-last-month = Прошлый месяц
history-period-days = { $name }: { $days }
history-typed-days = 📅 Другие дни
history-set-zone = 🕒 { $zone }
history-pick-size = 📃 <b>Сколько строк на странице?</b>
history-named = «{ $merchant }»
history-amount-least = от { $least }
history-amount-most = до { $most }
history-amount-range = от { $least } до { $most }
history-ask-merchant = 🏪 <b>Какой магазин?</b>

    Напишите название или его часть, например <code>spotify</code>.
history-ask-days = 📅 <b>Какие дни?</b>

    Напишите один день или два, сначала день, потом месяц: <code>05.11</code> или <code>01.11-15.11.2026</code>.
history-ask-amount = 💵 <b>Какие суммы?</b>

    Напишите, например, <code>10-50</code>, <code>10+</code>, <code>&lt;50</code> или просто <code>12,50</code>. В долларах, без минуса.
history-problem-empty = В сообщении ничего нет.
history-problem-not-days = Не получается прочитать эти дни.
history-problem-no-such-day = Такого дня нет в календаре.
history-problem-wrong-way = Первое не должно быть больше второго.
history-problem-not-a-number = Не получается прочитать эту сумму.
history-problem-decimals = После запятой — не больше двух знаков.
history-problem-negative = Напишите сумму без минуса.
history-problem-currency = Суммы здесь в долларах.
history-problem-ambiguous = Это можно прочитать двояко. Напишите без разделителя тысяч.
history-receipt-title = { $sign } <b>{ $amount } · { $merchant }</b>
history-receipt-kind = { $kind } · { $at }
history-receipt-card = Карта: { $card }
history-receipt-category = Категория: { $category }
history-receipt-country = Страна: { $country }
history-receipt-declined = Отклонено: { $reason }
history-receipt-3ds = 3-D Secure: { $status }
history-receipt-balance = Баланс после: { $balance }
history-steps = <b>Ход платежа</b>
history-step = { $at } · { $step }
history-step-plain = { $step }
history-step-created = начат
history-step-pending = ожидание
history-step-challenge = запрошен код
history-step-authenticated = код принят
history-step-authorized = холд
history-step-settled = списано
history-step-refunded = возвращено
history-step-reversed = холд снят
history-step-declined = отклонено
history-3ds-authenticated = подтверждено кодом
history-3ds-attempted = банк не ответил на запрос
history-3ds-not-required = код не запрашивали
history-3ds-frictionless = подтверждено без кода
history-3ds-failed = неверный код
history-3ds-expired = код не ввели вовремя
history-3ds-pending = ждём код
history-reason-not-active = карта ещё не активна
history-reason-frozen = карта была заморожена
history-reason-terminated = карта закрыта
history-reason-expired = срок действия карты истёк
history-reason-cvv = неверный CVV
history-reason-expiry = неверный срок действия
history-reason-category = картой нельзя платить в этой категории
history-reason-transaction-limit = сумма слишком велика для одного платежа такой картой
history-reason-bin-limit = достигнут лимит на месяц для таких карт
history-reason-monthly-limit = достигнут лимит карты на месяц
history-reason-funds = на карте не хватает денег
history-reason-3ds-failed = неверный код 3-D Secure
history-reason-3ds-expired = код 3-D Secure не ввели вовремя
history-open-card = 💳 Карта
history-same-merchant = 🏪 Этот магазин
history-copy-id = 📋 Скопировать номер
history-block = 🚫 Запретить категорию
history-only = 🔒 Разрешить только её
history-block-ask = 🚫 <b>Запретить «{ $category }» для карты { $card }?</b>

    Категория исчезнет из списка разрешённых. Остальной список не изменится.
history-block-ask-all = 🚫 <b>Запретить «{ $category }» для карты { $card }?</b>

    CryptoCardy не умеет запрещать одну категорию — только хранит список разрешённых. Поэтому карте будут разрешены все остальные категории, которые знает бот. Платёж в редком магазине вне этих категорий тоже будет отклонён.

    Изменить список можно в любой момент в настройках карты.
history-block-confirm = 🚫 Запретить
history-block-done = 🚫 <b>Категория «{ $category }» запрещена для карты { $card }.</b>

    Платежи в этой категории будут отклонены. Деньги, которые уже на холде, ещё могут списаться.
history-block-already = 🚫 <b>Картой { $card } и так нельзя платить в категории «{ $category }».</b>
history-block-last = 🚫 <b>«{ $category }» — единственная разрешённая категория карты { $card }.</b>

    Без неё список станет пустым, а пустой список разрешает всё. Лучше заморозьте карту.
history-block-unknown = 🚫 <b>Категория магазина неизвестна</b>

    CryptoCardy не сообщает код категории этого платежа, поэтому запретить её для карты { $card } нельзя. Можно заморозить карту.
history-categories = 🗂 Категории
history-csv-ask = 📄 <b>История файлом (CSV)</b>

    Что: { $filters }
    За какой период?
history-csv-empty = 📄 <b>Файла нет: ничего не подходит</b>

    Что: { $filters }
history-other-period = 📅 Другой период
history-csv-ready = Файл готов
history-csv-caption = { $count ->
    [one] 📄 <b>{ $count } строка</b> · { $days }
    [few] 📄 <b>{ $count } строки</b> · { $days }
    [many] 📄 <b>{ $count } строк</b> · { $days }
   *[other] 📄 <b>{ $count } строки</b> · { $days }
}
history-csv-filters = Что: { $filters }
history-csv-capped = { $count ->
    [one] Есть и другие: здесь только самая новая { $count } строка. Для остальных выберите период короче.
    [few] Есть и другие: здесь только самые новые { $count } строки. Для остальных выберите период короче.
    [many] Есть и другие: здесь только самые новые { $count } строк. Для остальных выберите период короче.
   *[other] Есть и другие: здесь только самые новые { $count } строки. Для остальных выберите период короче.
}
history-csv-date = Дата
history-csv-time = Время ({ $zone })
history-csv-type = Вид
history-csv-amount = Сумма
history-csv-currency = Валюта
history-csv-balance = Баланс после
history-csv-merchant = Магазин
history-csv-category = Категория
history-csv-mcc = MCC
history-csv-country = Страна
history-csv-card = Карта
history-csv-reason = Причина
history-csv-id = Номер
history-share = 📤 Поделиться чеком
history-share-ready = Перешлите кому нужно: в чеке магазин, сумма и день, больше ничего.
history-share-text = { $kind }: { $merchant } · { $amount } · { $day }
history-share-payment = Платёж
history-share-hold = Платёж на холде, ещё не списан
history-share-released = Платёж отменён, деньги не списаны
history-share-refund = Возврат
history-share-decline = Платёж отклонён, деньги не списаны
history-share-other-letters = Магазин: см. текст
