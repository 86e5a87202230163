transfer-fund-ask = 💸 <b>На сколько пополнить { $card }?</b>

    На карте: { $cardBalance }
    В кошельке: { $walletBalance }

    Выберите сумму или напишите её.
transfer-withdraw-ask = ↩️ <b>Сколько вывести с { $card }?</b>

    На карте: { $cardBalance }
    В кошельке: { $walletBalance }

    Выберите сумму или напишите её.
transfer-fund-confirm = 💸 <b>Пополнить { $card } на { $amount }?</b>

    Карта: { $cardBefore } → <b>{ $cardAfter }</b>
    Кошелёк: { $walletBefore } → <b>{ $walletAfter }</b>
transfer-withdraw-confirm = ↩️ <b>Вывести { $amount } с { $card }?</b>

    Карта: { $cardBefore } → <b>{ $cardAfter }</b>
    Кошелёк: { $walletBefore } → <b>{ $walletAfter }</b>
transfer-wallet-empty = 💸 В кошельке { $balance }, а карту пополняют минимум на 1,00 $. Сначала пополните кошелёк.
transfer-card-empty = ↩️ На { $card } нет денег, выводить нечего.
