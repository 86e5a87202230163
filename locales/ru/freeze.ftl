freeze-command = Заморозить карту
freeze-ask = ❄️ <b>Какую карту заморозить?</b>

    Одно нажатие, и карта сразу заморожена. Деньги остаются на ней, разморозить можно в любой момент.
freeze-none = ❄️ <b>Замораживать нечего</b>

    Активных карт нет.
freeze-card = ❄️ { $title } — { $balance }
freeze-undo = 🔥 Разморозить { $title }
freeze-all =
    { $count ->
        [one] ❄️ Заморозить { $count } карту
        [few] ❄️ Заморозить все { $count } карты
        [many] ❄️ Заморозить все { $count } карт
       *[other] ❄️ Заморозить все { $count } карты
    }
freeze-done =
    { $count ->
        [0] ❄️ <b>Ни одна карта не заморожена</b>
        [one] ❄️ <b>Заморожена { $count } карта</b>
        [few] ❄️ <b>Заморожены { $count } карты</b>
        [many] ❄️ <b>Заморожено { $count } карт</b>
       *[other] ❄️ <b>Заморожено { $count } карты</b>
    }
freeze-failed =
    { $count ->
        [one] ⚠️ { $count } карта не заморожена: CryptoCardy этого не подтвердил. Повторите.
        [few] ⚠️ { $count } карты не заморожены: CryptoCardy этого не подтвердил. Повторите.
        [many] ⚠️ { $count } карт не заморожено: CryptoCardy этого не подтвердил. Повторите.
       *[other] ⚠️ { $count } карты не заморожено: CryptoCardy этого не подтвердил. Повторите.
    }
freeze-failed-card = • { $title }
