home-welcome =
    💳 <b>Виртуальные карты Visa и Mastercard за криптовалюту.</b>
    Внесите BTC, ETH, SOL, USDT или XMR, выпустите карту и платите в интернете.
    Коды 3-D Secure, платежи и отказы приходят сюда сразу.

    <b>Что важно знать до первого депозита</b>
    • Вывести криптовалюту обратно нельзя: внесённое тратится с карт.
    • <b>Seed</b> — ключ к вашим деньгам. Его нельзя сменить или восстановить: у кого seed, у того и деньги.
    • Карты выпускает CryptoCardy, сторонний сервис. Бот хранит ваш seed зашифрованным и обращается к CryptoCardy за вас.
home-new-wallet = 🆕 Новый кошелёк
home-have-seed = 🔑 У меня есть seed
home-balance = 💰 <b>{ $balance }</b> в кошельке
home-on-cards =
    { $cards ->
        [0] 💳 Активных карт пока нет
        [one] 💳 { $amount } на { $cards } активной карте
        [few] 💳 { $amount } на { $cards } активных картах
        [many] 💳 { $amount } на { $cards } активных картах
       *[other] 💳 { $amount } на { $cards } активных картах
    }
home-pending = ⏳ { $amount } в пути
home-lifetime = За всё время: внесено { $deposited }, потрачено { $spent }
home-name = 👛 Кошелёк: <b>{ $name }</b>
home-first-step = Дальше: внесите депозит и выпустите первую карту.
home-unsaved = ⚠️ <b>Seed не записан.</b> Потеряете этот чат — потеряете деньги.
home-save-seed = 🔐 Записать seed
home-cards = 💳 Карты
home-deposit = 📥 Пополнить кошелёк
home-new-card = ➕ Новая карта
home-history = 🧾 История
home-codes = 🔐 Коды 3-D Secure
home-settings = ⚙️ Настройки
home-switch = 👛 Кошелёк: { $name } ▾
home-command = Кошелёк и карты
