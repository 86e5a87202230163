short-ways-no-card = 🔎 <b>Ни одна карта не заканчивается на { $digits }</b>

    Последние четыре цифры видны в списке карт.
short-ways-which-card = 🔎 <b>На { $digits } заканчивается несколько карт</b>

    Какую вы имели в виду?
short-ways-fund = 💸 Пополнить ·{ $digits }
short-ways-withdraw = ↩️ Вывести с ·{ $digits }
