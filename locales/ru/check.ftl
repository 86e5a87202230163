check-open = 🔮 Пройдёт ли?
check-ask = 🔮 <b>Какой платёж?</b>

    Напишите сумму и, если хотите, магазин: <code>{ $example }</code>. Или выберите сумму.
check-example = 49,99 netflix
check-usage = 🔮 <b>Пройдёт ли платёж?</b>

    Напишите последние четыре цифры карты, сумму и, если хотите, магазин: <code>{ $example }</code>. Или откройте карту и нажмите «Пройдёт ли?».
check-head-yes = ✅ <b>Должно пройти</b>
check-head-no = ❌ <b>Сейчас не пройдёт</b>
check-head-perhaps = ❔ <b>Может пройти</b>
check-payment = { $amount } картой { $card }
check-payment-at = { $amount } в магазине { $merchant } картой { $card }
check-status = Карта: { $status }
check-expiry = Действует до { $expiry }
check-balance = Баланс: { $balance }
check-balance-short = Баланс: { $balance }, не хватает { $missing }
check-limit = Лимит на месяц { $limit }: осталось { $left }
check-payment-max = Такая карта: до { $limit } за один платёж
check-month-max = Такая карта: до { $limit } в месяц, осталось { $left }
check-month-unknown = Такая карта: до { $limit } в месяц, но сколько уже потрачено, неизвестно
check-category = Категория: разрешена
check-category-no = Категория: не входит в разрешённые вами
check-category-unknown = Категория: вы разрешили не все, а какая у этого магазина — неизвестно
check-secure = 3-D Secure: код придёт в этот чат
check-not-secure = 3-D Secure: у такой карты его нет, и магазины, которые его требуют, откажут
check-note = <i>Магазин и его банк могут отказать и по своим причинам.</i>
check-another = 🔮 Другой платёж
check-fund = 💸 Пополнить на { $amount }
check-fix-limit = 📊 Лимит на месяц
check-fix-categories = 🗂 Категории
