stats-command = Расходы с графиком
stats-title = 📊 <b>{ $month }: потрачено { $spent }</b>
stats-empty = 📊 <b>{ $month }: трат нет</b>

    Платежей не было ни в этом месяце, ни в пяти предыдущих.
stats-card = Карта: { $card }
stats-one-card = одна карта
stats-payments = { $count ->
    [one] { $count } платёж
    [few] { $count } платежа
    [many] { $count } платежей
   *[other] { $count } платежа
}
stats-refunded = Возвраты (уже вычтены): { $refunded }
stats-regular = Регулярные (тот же магазин, почти та же сумма, что месяц назад): { $regular } · остальное: { $other }
stats-same = Столько же, сколько за предыдущий месяц ({ $month })
stats-more = На { $amount } больше, чем за предыдущий месяц ({ $month }: { $before })
stats-less = На { $amount } меньше, чем за предыдущий месяц ({ $month }: { $before })
stats-same-by-now = Столько же, сколько к этому числу в прошлом месяце ({ $month })
stats-more-by-now = На { $amount } больше, чем к этому числу в прошлом месяце ({ $month }: { $before })
stats-less-by-now = На { $amount } меньше, чем к этому числу в прошлом месяце ({ $month }: { $before })
stats-by-category = По категориям
stats-by-shop = По магазинам
stats-category-title = <b>По категориям</b>
stats-shop-title = <b>По магазинам</b>
stats-month-title = <b>По месяцам</b>
stats-line = { $name }: { $amount }
stats-line-percent = { $name }: { $amount } · { $percent } %
stats-month = { $month } { $spent }
stats-rest = Всё остальное
stats-no-category = Без категории
stats-no-shop = Неизвестный магазин
stats-numbered = № { $number } из списка
stats-since = <i>Платежей слишком много, чтобы прочитать все: учтены только с { $day }.</i>
stats-zone = <i>Дни считаются по { $zone }. Холды входят в расходы.</i>
stats-earlier = ◀️ { $month }
stats-later = { $month } ▶️
stats-history = 🧾 История
stats-all-cards = 💳 Все карты
