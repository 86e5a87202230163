common-confirm = ✅ Подтвердить
common-cancel = ✖️ Отмена
common-back = ⬅️ Назад
common-home = 🏠 Домой
common-retry = 🔁 Повторить
common-refresh = 🔄 Обновить
common-sandbox-badge = 🧪 ПЕСОЧНИЦА · деньги не настоящие
