wallets-title = 👛 <b>Ваши кошельки</b>
wallets-hint = Карты, депозиты и история относятся к одному кошельку. Выбранный отмечен ✅.
wallets-none = Кошелька пока нет.
wallets-add-new = 🆕 Новый кошелёк
wallets-add-seed = 🔑 У меня есть seed
wallets-one = 👛 <b>{ $name }</b>
wallets-in-use = ✅ Выбран
wallets-not-in-use = Не выбран
wallets-seed-saved = 🔐 Seed записан
wallets-seed-unsaved = ⚠️ Seed не записан
wallets-use = ✅ Выбрать этот кошелёк
wallets-rename = ✏️ Переименовать
wallets-show-seed = 🔐 Показать seed
wallets-remove = 🗑 Убрать
wallets-used = Выбран кошелёк «{ $name }»
wallets-ask-name =
    ✏️ <b>Как назвать «{ $name }»?</b>
    До 32 знаков. Название видите только вы.
wallets-renamed = ✅ Теперь кошелёк называется <b>{ $name }</b>.
wallets-remove-ask =
    🗑 <b>Убрать «{ $name }» из бота?</b>
    Деньги и карты останутся в CryptoCardy, списания с карт продолжатся. Коды 3-D Secure и уведомления по ним сюда приходить не будут. С seed кошелёк можно подключить снова.
wallets-remove-unsaved =
    ⚠️ <b>Seed кошелька «{ $name }» не записан.</b>
    Если убрать кошелёк без него, к деньгам и картам больше никто не доберётся, даже мы.
wallets-remove-anyway = 🗑 Убрать без seed
wallets-remove-lost =
    🗑 <b>Точно убрать «{ $name }» без seed?</b>
    Деньги и карты в нём пропадут навсегда.
wallets-remove-go = 🗑 Убрать { $name }
wallets-keep = Оставить кошелёк
wallets-removed = ✅ <b>Кошелёк «{ $name }» убран.</b> Его seed здесь больше не хранится.
wallets-remove-pending = ⏳ По этому кошельку ещё выполняется перевод. Дождитесь результата, потом уберите кошелёк.
