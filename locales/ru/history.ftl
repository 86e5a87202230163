history-command = Платежи и возвраты
history-title = 🧾 <b>История</b> · страница { $page }
history-empty = 🧾 <b>История</b>

    Пока пусто. Здесь появятся платежи, возвраты и отказы.
history-day = <b>{ $date }</b>
history-line = { $number }. { $sign } { $amount } · { $merchant } · { $at }
history-kind-authorization = Холд
history-kind-settlement = Платёж
history-kind-refund = Возврат
history-kind-decline = Отклонено
history-no-merchant = Неизвестный магазин
history-receipt-title = { $sign } <b>{ $amount } · { $merchant }</b>
history-receipt-kind = { $kind } · { $at }
history-receipt-card = Карта: { $card }
history-receipt-place = { $place }
history-receipt-declined = Причина: { $reason }
history-receipt-3ds = 3-D Secure: { $status }
history-receipt-balance = Баланс после: { $balance }
history-timeline = { $at } · { $status }
history-timeline-plain = · { $status }
history-open-card = 💳 Карта
history-copy-id = 📋 Скопировать номер
