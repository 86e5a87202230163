freeze-command = Freeze a card
freeze-ask = ❄️ <b>Which card do you want to freeze?</b>

    One press freezes it at once. The money stays on the card, and it can be unfrozen at any time.
freeze-none = ❄️ <b>There is nothing to freeze</b>

    No card is active.
freeze-everything = 🚨 “Freeze everything” freezes the cards of all your wallets, closes one-time pages, takes codes out of the chat and locks the app, if it has a PIN.
freeze-card = ❄️ { $title } — { $balance }
freeze-undo = 🔥 Unfreeze { $title }
freeze-all =
    { $count ->
        [one] ❄️ Freeze { $count } card
       *[other] ❄️ Freeze all { $count } cards
    }
freeze-done =
    { $count ->
        [0] ❄️ <b>No card was frozen</b>
        [one] ❄️ <b>{ $count } card is frozen</b>
       *[other] ❄️ <b>{ $count } cards are frozen</b>
    }
freeze-failed =
    { $count ->
        [one] ⚠️ { $count } card was not frozen: CryptoCardy did not confirm it. Try again.
       *[other] ⚠️ { $count } cards were not frozen: CryptoCardy did not confirm it. Try again.
    }
freeze-failed-card = • { $title }
