delete-ask =
    🗑 <b>Удалить всё, что бот о вас хранит?</b>
delete-list =
    { $wallets ->
        [0] • язык и настройки
        [one] • { $wallets } кошелёк с его seed, язык и настройки
        [few] • { $wallets } кошелька с их seed, язык и настройки
        [many] • { $wallets } кошельков с их seed, язык и настройки
       *[other] • { $wallets } кошелька с их seed, язык и настройки
    }
delete-list-hooks = • уведомления CryptoCardy в этот чат: кодов 3-D Secure здесь больше не будет
delete-consequence = Деньги и карты останутся в CryptoCardy, списания с карт продолжатся. Добраться до них снова можно только с seed. Отменить удаление нельзя.
delete-unsaved =
    ⚠️ <b>Seed не записан: { $names }.</b>
    Если удалить сейчас, деньги и карты в этих кошельках пропадут навсегда. Сначала запишите seed.
delete-back-up = 🔐 Записать seed · { $name }
delete-without-seed = 🗑 Удалить без seed
delete-lost =
    🗑 <b>Точно удалить всё, не записав seed? { $names }</b>
    Эти деньги не вернёт никто, даже мы или CryptoCardy.
delete-go = 🗑 Удалить всё
delete-go-lost = 🗑 Удалить, деньги пропадут
delete-keep = Оставить всё
delete-nothing = 🧹 <b>Удалять нечего.</b> Бот ничего о вас не хранит.
delete-done =
    🧹 <b>Всё, что бот о вас хранил, удалено.</b>
    Сообщения в этом чате — ваши: при желании удалите чат в Telegram. Начать заново: /start.
delete-pending = ⏳ Ваш перевод ещё выполняется. Дождитесь его и удаляйте.
delete-command = Удалить мои данные
