failure-rejected = ⚠️ CryptoCardy не принял этот запрос. Деньги остались на месте.
failure-insufficient-funds = ⚠️ Недостаточно денег. Ничего не списано.
failure-unauthorized = 🔑 CryptoCardy больше не принимает seed этого кошелька, поэтому ничего не сделано. Проверьте seed или подключите кошелёк заново в настройках.
failure-not-found = 🔎 CryptoCardy этого больше не находит. Возможно, это уже закрыто или удалено.
failure-conflict = ⏳ CryptoCardy ещё выполняет предыдущий запрос. Подождите немного и посмотрите снова.
failure-rate-limited = ⏳ Сейчас слишком много запросов. Деньги остались на месте. Повторите через несколько секунд.
failure-rate-limited-seconds = ⏳ Сейчас слишком много запросов. Деньги остались на месте. Повторите через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
    [many] { $seconds } секунд
   *[other] { $seconds } секунды
}.
failure-rate-limited-minutes = ⏳ Сейчас слишком много запросов. Деньги остались на месте. Повторите через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}.
failure-queued = ⏳ Сейчас много запросов: ваш стоит в очереди (≈ { $seconds } с). Экран откроется сам, если за это время вы не займётесь другим.
failure-unavailable = 📡 CryptoCardy не отвечает. Деньги остались на месте. Повторите через минуту.
failure-malformed = 🧩 Бот не понял ответ CryptoCardy. Деньги остались на месте. Повторите позже.
failure-unsupported = 🚫 Сейчас CryptoCardy этого не предлагает. Ничего не изменилось.
failure-provider-says = Ответ CryptoCardy: <i>{ $text }</i>
failure-request-id = Запрос: <code>{ $id }</code>
failure-copy-id = 📋 Скопировать номер
failure-support = 💬 Поддержка
failure-unexpected = 😔 У нас что-то сломалось, и мы это записали. Если вы переводили деньги, посмотрите на баланс, прежде чем повторять. Код: <code>{ $code }</code>
failure-storage = 🛠 Хранилище бота сейчас не отвечает. Ваш запрос ещё может выполниться: подождите две минуты и проверьте результат, прежде чем повторять.
failure-stale = Эта кнопка с прежнего экрана. Откройте /start и продолжайте оттуда.
failure-not-yours = Это относится к кошельку, который здесь не подключён.
failure-unknown-command = Такой команды нет. Что я умею, видно в /help.
failure-unknown-text = Здесь я не ждал сообщения. Нажмите кнопку или откройте /help.
failure-private-only = Я работаю только в личных чатах: ваши деньги больше никого не касаются.
failure-not-allowed = 🙏 Этот бот закрытый, и вас нет в его списке. Обратитесь к тому, кто его запустил.
