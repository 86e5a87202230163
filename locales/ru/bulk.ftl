bulk-title = ☑️ <b>Несколько карт</b> · { $count ->
    [0] ничего не выбрано
    [one] выбрана { $count }
    [few] выбрано { $count }
    [many] выбрано { $count }
   *[other] выбрано { $count }
}
bulk-hint = Отметьте карты, не больше { $most }, и выберите, что сделать со всеми сразу.
bulk-line = { $sign } { $card }
bulk-whole-page = ☑️ Вся страница
bulk-none = ⬜ Снять отметки
bulk-freeze = ❄️ Заморозить { $count }
bulk-limit = 📊 Лимит ({ $count })
bulk-fund = 💸 Пополнить каждую ({ $count })
bulk-too-many = Не больше { $most } карт за раз.
bulk-closed = Эта карта закрыта.
bulk-nobody = ☑️ Карты не выбраны.
bulk-frozen = ❄️ <b>Заморожено: { $done } из { $total }</b>
bulk-limited = 📊 <b>Лимит на месяц { $limit }: задан для { $done } из { $total }</b>
bulk-line-frozen = ✅ { $card }: заморожена
bulk-line-already = ✅ { $card }: уже была заморожена
bulk-line-limited = ✅ { $card }: до { $limit } в месяц
bulk-line-failed = ❌ { $card }: { $reason }
bulk-line-waiting = ⏳ { $card }: выполняется
bulk-line-unknown = ❔ { $card }: пока неясно, бот продолжает проверять
bulk-line-expired = ✖️ { $card }: не пополнена, вопрос устарел
bulk-line-funded = ✅ { $card }: +{ $amount }
bulk-line-funded-to = ✅ { $card }: +{ $amount }, теперь { $balance }
bulk-reason-away = CryptoCardy не ответил
bulk-reason-funds = в кошельке не хватает денег
bulk-reason-missing = такой карты больше нет
bulk-reason-refused = CryptoCardy отказал
bulk-limit-ask = { $count ->
    [1] 📊 <b>Какой лимит на месяц задать для { $count } карты?</b>
    [one] 📊 <b>Какой лимит на месяц задать для каждой из { $count } карты?</b>
    [few] 📊 <b>Какой лимит на месяц задать для каждой из { $count } карт?</b>
    [many] 📊 <b>Какой лимит на месяц задать для каждой из { $count } карт?</b>
   *[other] 📊 <b>Какой лимит на месяц задать для каждой из { $count } карт?</b>
}
bulk-limit-hint = Выберите лимит или напишите сумму. Потом его можно изменить, но не снять.
bulk-fund-ask = { $count ->
    [1] 💸 <b>На сколько пополнить { $count } карту?</b>
    [one] 💸 <b>На сколько пополнить каждую из { $count } карты?</b>
    [few] 💸 <b>На сколько пополнить каждую из { $count } карт?</b>
    [many] 💸 <b>На сколько пополнить каждую из { $count } карт?</b>
   *[other] 💸 <b>На сколько пополнить каждую из { $count } карт?</b>
}
    В кошельке: { $wallet }
bulk-fund-hint = Выберите сумму или напишите её. Каждая карта получит столько же.
bulk-fund-too-little = { $count ->
    [1] 💸 В кошельке { $wallet }, а для { $count } карты нужно минимум { $least }. Сначала пополните кошелёк.
    [one] 💸 В кошельке { $wallet }, а для { $count } карты нужно минимум { $least }. Выберите меньше карт или сначала пополните кошелёк.
    [few] 💸 В кошельке { $wallet }, а для { $count } карт нужно минимум { $least }. Выберите меньше карт или сначала пополните кошелёк.
    [many] 💸 В кошельке { $wallet }, а для { $count } карт нужно минимум { $least }. Выберите меньше карт или сначала пополните кошелёк.
   *[other] 💸 В кошельке { $wallet }, а для { $count } карт нужно минимум { $least }. Выберите меньше карт или сначала пополните кошелёк.
}
bulk-fund-confirm = { $count ->
    [1] 💸 <b>Пополнить { $count } карту на { $amount }, всего на { $total }?</b>
    [one] 💸 <b>Пополнить { $count } карту на { $amount } каждую, всего на { $total }?</b>
    [few] 💸 <b>Пополнить { $count } карты на { $amount } каждую, всего на { $total }?</b>
    [many] 💸 <b>Пополнить { $count } карт на { $amount } каждую, всего на { $total }?</b>
   *[other] 💸 <b>Пополнить { $count } карты на { $amount } каждую, всего на { $total }?</b>
}
bulk-fund-line = { $card }: { $before } → <b>{ $after }</b>
bulk-fund-wallet = Кошелёк: { $before } → <b>{ $after }</b>
bulk-funding = ⏳ <b>Пополнение: { $done } из { $total }</b>
bulk-funded = 💸 <b>Пополнено: { $done } из { $total }, всего на { $moved }</b>
