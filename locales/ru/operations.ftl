operations-title-issue = Выпуск карты с балансом { $amount }
operations-title-fund = Пополнение карты { $card } на { $amount }
operations-title-withdraw = Вывод { $amount } с карты { $card }
operations-title-close = Закрытие карты { $card }
operations-working = ⏳ <b>{ $what }</b>

    Выполняется. Результат появится здесь.
operations-issued = ✅ <b>Карта { $card } готова</b>

    Баланс: { $balance }. Номер — в разделе «Реквизиты».
operations-issued-plain = ✅ <b>Карта готова</b>

    На ней { $amount }. Она в разделе «Карты».
operations-funded = ✅ <b>Карта { $card } пополнена на { $amount }</b>
operations-withdrawn = ✅ <b>С карты { $card } выведено { $amount }</b>
operations-card-balance = На карте: { $balance }
operations-wallet-balance = В кошельке: { $balance }
operations-closed = ✅ <b>Карта { $card } закрыта</b>
operations-refunded = Возвращено в кошелёк: { $amount }
operations-refused = ❌ <b>Не выполнено: { $what }</b>
operations-unknown = ❔ <b>{ $what }</b>

    CryptoCardy не ответил, и пока неясно, выполнено ли это. Сам бот повторять не будет: он продолжает проверять и покажет результат здесь. Пожалуйста, пока не повторяйте.
operations-cancelled = ✖️ Отменено. Деньги остались на месте.
operations-kept = 💳 Карта остаётся открытой.
operations-expired = Этот вопрос устарел. Начните заново.
