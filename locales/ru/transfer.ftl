transfer-fund-ask = 💸 <b>На сколько пополнить карту { $card }?</b>

    На карте: { $cardBalance }
    В кошельке: { $walletBalance }

    Выберите сумму или напишите её.
transfer-withdraw-ask = ↩️ <b>Сколько вывести с карты { $card }?</b>

    На карте: { $cardBalance }
    В кошельке: { $walletBalance }

    Выберите сумму или напишите её.
transfer-fund-confirm = 💸 <b>Пополнить карту { $card } на { $amount }?</b>

    Карта: { $cardBefore } → <b>{ $cardAfter }</b>
    Кошелёк: { $walletBefore } → <b>{ $walletAfter }</b>
transfer-withdraw-confirm = ↩️ <b>Вывести { $amount } с карты { $card }?</b>

    Карта: { $cardBefore } → <b>{ $cardAfter }</b>
    Кошелёк: { $walletBefore } → <b>{ $walletAfter }</b>
transfer-unpaid = ⚠️ Остатка на карте не хватит на { $count ->
    [1] этот платёж:
    [one] эти платежи:
    [few] эти платежи:
    [many] эти платежи:
   *[other] эти платежи:
}
transfer-wallet-empty = 💸 В кошельке { $balance }, а карту пополняют минимум на 1,00 $. Сначала пополните кошелёк.
transfer-card-empty = ↩️ На карте { $card } нет денег, выводить нечего.
