issue-command = Выпустить новую карту
issue-any = Любая
issue-network-ask = ➕ <b>Новая карта</b>

    Какая платёжная система?
issue-bin-ask = ➕ <b>Какая карта нужна?</b>
issue-bin-name = <b>{ $name }</b>
issue-bin-best-for = Подходит для: { $uses }
issue-bin-features = Поддерживает: { $features }
issue-bin-max-transaction = Один платёж: до { $limit }
issue-bin-acceptance = Принимают: { NUMBER($rate, maximumFractionDigits: 1) } %
issue-amount-ask = ➕ <b>Сколько положить на новую карту?</b>

    { $bin }
    В кошельке: { $walletBalance }

    Выберите сумму или напишите её.
issue-label-ask = 🏷 <b>Как назвать карту?</b>

    Название видите только вы. Выберите или напишите своё, до { $limit } знаков.
issue-label-skip = Без названия
issue-confirm = ➕ <b>Выпустить карту { $network } и положить на неё { $amount }?</b>

    BIN: { $bin }
    Кошелёк: { $walletBefore } → <b>{ $walletAfter }</b>
issue-confirm-label = Название: { $label }
issue-no-money = ➕ В кошельке { $balance }, а для новой карты нужно минимум 1,00 $. Сначала пополните кошелёк.
issue-no-bins = ➕ Сейчас CryptoCardy не предлагает новых карт. Попробуйте позже.
