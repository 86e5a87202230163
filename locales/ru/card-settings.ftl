card-settings-open = ⚙️ Настройки карты
card-settings-title = ⚙️ <b>Настройки карты { $card }</b>
card-settings-saved = ✅ Сохранено
card-settings-not-taken = ⚠️ CryptoCardy принял изменение, но на карте его не видно. Обновите через минуту; если ничего не изменится, значит, оно не применилось.
card-settings-as-set-here = ℹ️ CryptoCardy эту настройку не показывает: здесь она такая, какой вы её сохранили.
card-settings-save = 💾 Сохранить
card-settings-none = нет
card-settings-label = ✏️ Название
card-settings-limit = 📊 Лимит на месяц
card-settings-categories = 🗂 Категории
card-settings-freeze-at = 🧊 Автозаморозка
card-settings-tags = 🏷 Теги
card-settings-label-is = Название: { $label }
card-settings-categories-are = Можно оплачивать: { $groups }
card-settings-tags-are = Теги: { $tags }
card-settings-label-ask = ✏️ <b>Новое название карты { $card }</b>

    Напишите его, до { $limit } знаков. CryptoCardy хранит название вместе с картой; магазины его не видят.
card-settings-label-too-long = ⚠️ Получилось { $typed ->
    [one] { $typed } знак
    [few] { $typed } знака
    [many] { $typed } знаков
   *[other] { $typed } знака
}, а можно не больше { $limit }.
card-settings-label-preview = ✏️ <b>{ $before }</b> будет называться <b>{ $after }</b>

    Сохраните или напишите другое название.
card-settings-limit-title = 📊 <b>Лимит на месяц для карты { $card }</b>
card-settings-limit-is = Лимит на месяц: { $limit }
card-settings-limit-is-of = Лимит на месяц: { $limit }, осталось { $left }
card-settings-limit-is-off = Лимит на месяц: не задан
card-settings-spent-month = Потрачено в этом месяце: { $spent }
card-settings-limit-left = Осталось в этом месяце: { $left }
card-settings-limit-used-up = Лимит исчерпан: до следующего месяца платежи отклоняются
card-settings-balance = На карте: { $balance }
card-settings-limit-hint = Остаток лимита — это не баланс: для оплаты нужно и то и другое. Месяц считается с 1-го числа по UTC; холды учитываются, возвраты сумму не уменьшают.
card-settings-limit-lift = Способа снять лимит CryptoCardy не описывает. Можно поставить { $highest }: больше такая карта за месяц всё равно не потратит.
card-settings-limit-no-lift = Способа снять лимит CryptoCardy не описывает: его можно только повысить.
card-settings-limit-highest = Наибольший · { $amount }
card-settings-limit-ask = Выберите лимит или напишите сумму.
card-settings-freeze-at-title = 🧊 <b>Автозаморозка карты { $card }</b>
card-settings-freeze-at-is = Порог автозаморозки: { $amount }
card-settings-freeze-at-is-off = Автозаморозка: выключена
card-settings-spent-all = Всего потрачено с карты: { $spent }
card-settings-freeze-at-hint = Когда порог достигнут, CryptoCardy сам заморозит карту. Что он сравнивает с порогом, не сказано: «заморозить, когда расходы достигнут суммы» или «заморозить, когда баланс опустится до неё». Оба числа — выше: выберите сумму, которая подходит в любом случае.
card-settings-freeze-at-spent-reached = ⚠️ Если речь о расходах, порог уже достигнут.
card-settings-freeze-at-balance-reached = ⚠️ Если речь о балансе, порог уже достигнут.
card-settings-freeze-at-ask = Выберите сумму или напишите её; 0 — выключить.
card-settings-freeze-at-off = Выключить
card-settings-categories-title = 🗂 <b>Что можно оплачивать картой { $card }</b>
card-settings-categories-now = Сейчас: { $groups }
card-settings-categories-after = <b>После сохранения: { $groups }</b>
card-settings-categories-codes = { $group }: MCC { $codes }
card-settings-categories-hint = Отметьте, что можно оплачивать этой картой, и сохраните. Если ничего не отмечено, можно всё. Категорию магазина (MCC) назначает его банк, и она бывает неожиданной.
card-settings-categories-everything = всё
card-settings-categories-all = ♾ Все категории
card-settings-categories-unknown = Категории этого магазина нет ни в одной группе. Разрешить её можно только вместе со всеми категориями.
card-settings-tags-title = 🏷 <b>Теги карты { $card }</b>
card-settings-tags-line = • { $tag }
card-settings-tags-empty = Тегов пока нет.
card-settings-tags-hint = По тегам удобно искать карты. Напишите тег: <code>работа</code> или <code>кампания=весна</code>. Чтобы убрать тег, нажмите на него.
card-settings-tags-remove = ✖️ Убрать { $tag }
card-settings-tags-add = ➕ Добавить { $tag }
card-settings-tags-not-understood = ⚠️ Не удалось понять тег. Напишите слово или имя и значение: <code>кампания=весна</code>
card-settings-tags-reserved = ⚠️ Имена, которые начинаются с <code>bot_</code> или <code>_</code>, заняты. Выберите другое.
card-settings-tags-too-long = ⚠️ Слишком длинно: и в имени, и в значении до { $limit } знаков.
