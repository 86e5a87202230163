issue-command = Выпустить новую карту
issue-any = Любая
issue-network-ask = ➕ <b>Новая карта</b>

    Какая платёжная система?
issue-bin-ask = ➕ <b>Какая карта нужна?</b>
issue-bin-ask-for = ➕ <b>Какая карта нужна?</b>

    Для чего: { $purpose }
issue-bin-suits = ⭐ { $name }
issue-bin-name = <b>{ $name }</b>
issue-bin-name-best = ⭐ <b>{ $name }</b> · как раз для этого
issue-bin-best-for = Подходит для: { $uses }
issue-bin-features = Поддерживает: { $features }
issue-bin-no-features = Без 3-D Secure, Apple Pay и Google Pay
issue-bin-max-transaction = Один платёж: до { $limit }
issue-bin-max-monthly = В месяц: до { $limit }
issue-bin-acceptance = Проходит платежей: { NUMBER($rate, maximumFractionDigits: 1) } %
issue-amount-ask = ➕ <b>Сколько положить на новую карту?</b>

    { $bin }
    В кошельке: { $walletBalance }

    Выберите сумму или напишите её.
issue-label-ask = 🏷 <b>Как назвать карту?</b>

    Магазины названия не видят. Выберите или напишите своё, до { $limit } знаков.
issue-label-skip = Без названия
issue-confirm = ➕ <b>Выпустить карту { $network } и положить на неё { $amount }?</b>

    BIN: { $bin }
    Кошелёк: { $walletBefore } → <b>{ $walletAfter }</b>
issue-confirm-label = Название: { $label }
issue-no-money = ➕ В кошельке { $balance }, а для новой карты нужно минимум 1,00 $. Сначала пополните кошелёк.
issue-no-bins = ➕ Сейчас CryptoCardy не предлагает новых карт. Попробуйте позже.
issue-previous = ◀️ Предыдущие
issue-purpose = 🎯 По назначению
issue-purpose-ask = 🎯 <b>Для чего карта?</b>

    Карты, которые подходят лучше всего, окажутся первыми.
issue-purpose-ads = 📣 Реклама
issue-purpose-subscriptions = 🔁 Подписки
issue-purpose-shopping = 🛍 Покупки
issue-purpose-travel = ✈️ Путешествия
issue-purpose-other = 🔹 { $use }
issue-purpose-any = ✳️ Для чего угодно
issue-use-ads = Реклама
issue-use-ads-in = Реклама в { $brand }
issue-use-subscriptions = Подписки
issue-use-saas = SaaS-сервисы
issue-use-software = Программы
issue-use-streaming = Стриминг
issue-use-trials = Пробные периоды
issue-use-app-stores = Магазины приложений
issue-use-cloud = Облачные сервисы
issue-use-hosting = Хостинг
issue-use-shopping = Покупки
issue-use-marketplaces = Маркетплейсы
issue-use-travel = Путешествия
issue-use-airlines = Авиабилеты
issue-use-hotels = Отели
issue-use-car-rental = Аренда машин
issue-compare = 📊 Сравнить
issue-compare-title = 📊 <b>Сравнение карт</b>
issue-compare-heading = <b>{ $feature }</b>
issue-compare-yes = ✅ Есть: { $names }
issue-compare-no = ❌ Нет: { $names }
issue-compare-max-transaction = <b>Один платёж, не больше</b>
issue-compare-max-monthly = <b>За месяц, не больше</b>
issue-compare-acceptance = <b>Проходит платежей</b>
issue-compare-best-for = <b>Подходит для</b>
issue-compare-line = • { $name }: { $value }
issue-compare-rate = { NUMBER($rate, maximumFractionDigits: 1) } %
issue-compare-unknown = не указано
issue-off = 🚫 <b>Сейчас CryptoCardy не выпускает карты по запросу.</b> Ничего не списано, деньги в кошельке.

    <b>Что работает вместо этого</b>
    Вместе с кошельком открывается карта. Она начинает работать после первого депозита. Если карта этого кошелька ещё ждёт депозита, пополните кошелёк; если нет, откройте ещё один.
issue-own = 📈 По вашим платежам
issue-own-reading = Читаю ваши платежи…
issue-own-title = 📈 <b>По вашим платежам</b>

    Как проходили платежи этого кошелька за последние полгода и что заявляет CryptoCardy.
issue-own-advertised = Заявлено: { NUMBER($rate, maximumFractionDigits: 1) } %
issue-own-unstated = Заявлено: не указано
issue-own-line = У вас: { $own }
issue-own-share = { $passed ->
    [one] прошёл { $passed } из { $count } ({ $percent } %)
    [few] прошло { $passed } из { $count } ({ $percent } %)
    [many] прошло { $passed } из { $count } ({ $percent } %)
   *[other] прошло { $passed } из { $count } ({ $percent } %)
}
issue-own-few = { $passed ->
    [one] прошёл { $passed } из { $count }, платежей пока мало, судить рано
    [few] прошло { $passed } из { $count }, платежей пока мало, судить рано
    [many] прошло { $passed } из { $count }, платежей пока мало, судить рано
   *[other] прошло { $passed } из { $count }, платежей пока мало, судить рано
}
issue-own-none = сравнивать пока нечего
issue-own-below = меньше, чем заявлено
issue-own-alike = примерно как заявлено
issue-own-above = больше, чем заявлено
issue-own-bin = Ваши платежи: { $own }
issue-own-compare = <b>Ваши платежи</b>
issue-own-unused = Сравнивать пока нечего: { $names }
issue-own-shops = 🏪 <b>Где вы платите чаще всего</b>
issue-own-shop = <b>{ $name }</b>
issue-own-no-shop = Неизвестный магазин
issue-own-nothing = Сравнивать пока нечего. Заплатите картой и возвращайтесь.
issue-own-side = { $count ->
    [one] Не учтён { $count } отклонённый платёж: причина на вашей стороне (нет денег, карта заморожена, лимит, категория, неверный код).
    [few] Не учтены { $count } отклонённых платежа: причины на вашей стороне (нет денег, карта заморожена, лимит, категория, неверный код).
    [many] Не учтено { $count } отклонённых платежей: причины на вашей стороне (нет денег, карта заморожена, лимит, категория, неверный код).
   *[other] Не учтено { $count } отклонённого платежа: причины на вашей стороне (нет денег, карта заморожена, лимит, категория, неверный код).
}
issue-own-unexplained = Из учтённых отклонённых платежей у { $count } причина не указана: возможно, она была на вашей стороне.
issue-own-since = Более старые платежи не прочитаны: только начиная с { $at }.
issue-own-order = <i>Порядок карт прежний — по заявленным показателям.</i>
