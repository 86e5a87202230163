common-confirm = ✅ Подтвердить
common-cancel = ✖️ Отмена
common-back = ⬅️ Назад
common-home = 🏠 Домой
common-retry = 🔁 Повторить
common-refresh = 🔄 Обновить
common-sandbox-badge = 🧪 ПЕСОЧНИЦА · деньги не настоящие
common-previous = ◀️ Новее
common-next = ▶️ Дальше
common-deposit = 📥 Пополнить кошелёк
common-no-wallet = 👛 <b>Сначала кошелёк</b>

    Здесь пока нет кошелька. Откройте новый или подключите свой.
common-new-wallet = 🆕 Новый кошелёк
common-have-seed = 🔑 У меня есть seed
common-working = ⏳ <b>Выполняется: { $done } из { $total }</b>
