status-title = 📶 <b>Состояние</b>
status-live = 🔔 Уведомления приходят сразу
status-polling = 🔁 Уведомления приходят с задержкой: бот время от времени опрашивает CryptoCardy
status-degraded = 🔁 Мгновенная доставка уведомлений восстанавливается; до тех пор бот время от времени опрашивает CryptoCardy
status-last-event = Последнее событие от CryptoCardy: { $when }
status-no-event = Событий от CryptoCardy пока не было
status-api-up = ✅ CryptoCardy отвечает ({ $ms } мс)
status-api-down = 📡 CryptoCardy сейчас не отвечает: баланс и карты пока не посмотреть
status-seed-refused = 🔑 CryptoCardy отвечает, но не принимает seed этого кошелька
status-wallet = 👛 Кошелёк: <b>{ $name }</b>
status-no-wallet = 👛 Кошелёк пока не подключён
status-bot = ✅ Бот работает: вы читаете его ответ
status-paying-now = ⚡ Плачу сейчас
status-command = Всё ли работает
status-hot = ⚡ Коды 3-D Secure проверяются каждые несколько секунд до { $time }
status-api-busy = ⏳ К CryptoCardy сейчас слишком много запросов, бот ждёт своей очереди
status-queue-empty = 📮 Сообщений в очереди на отправку нет
status-queue = 📮 { $messages ->
    [one] В очереди { $messages } сообщение
    [few] В очереди { $messages } сообщения
    [many] В очереди { $messages } сообщений
   *[other] В очереди { $messages } сообщения
}, ваше уйдёт примерно через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
    [many] { $seconds } секунд
   *[other] { $seconds } секунды
}
status-renew = 🔁 Переподключить уведомления
status-renewed = 🔁 Переподключено: события приходят на новый адрес и подписаны новым ключом. Прежние адрес и ключ работают ещё не меньше часа, поэтому ничего не потеряется.
status-renewed-later = 🔁 CryptoCardy пока не подтвердил новое подключение. Бот повторит попытку в течение часа, а до тех пор будет время от времени опрашивать CryptoCardy.
status-renewed-lately = 🔁 Подключение обновляли меньше { $minutes ->
    [one] { $minutes } минуты
    [few] { $minutes } минут
    [many] { $minutes } минут
   *[other] { $minutes } минуты
} назад. Повторите позже.
