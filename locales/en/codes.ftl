codes-live =
    { $count ->
        [one] 🔐 <b>One live code,</b> in the message below.
       *[other] 🔐 <b>{ $count } live codes,</b> in the messages below.
    }
codes-live-shown =
    { $count ->
        [one] 🔐 <b>One live code,</b> still the one in this chat.
       *[other] 🔐 <b>{ $count } live codes,</b> still the ones in this chat.
    }
codes-one =
    🔐 <code>{ $code }</code> · <b>{ $merchant }</b>, { $amount }
    Card { $card }
codes-one-no-code =
    ⏳ <b>{ $merchant }</b>, { $amount }: CryptoCardy has not given the code yet.
    Card { $card }
codes-until = Valid until { $time }, it ends { $relative }
codes-warning = Type a code only on the shop's own page. Nobody from CryptoCardy or this bot ever asks for it.
codes-empty =
    🔐 <b>No codes at the moment.</b>
    A code comes here by itself when a shop asks for one.
codes-paying-now = ⚡ I'm paying now
codes-hot =
    ⚡ <b>I check every few seconds until { $time }.</b>
    Pay now: the code comes as a new message.
codes-copy = 📋 Copy code
codes-not-me = 🚫 Not me
codes-unknown-shop = Unknown shop
codes-amount-unknown = unknown amount
codes-over = ⌛ <b>This code is no longer valid.</b> If you are still paying, ask the shop for a new one.
codes-removed = 🚫 The code is taken out of this chat.
codes-frozen =
    ❄️ <b>Card { $card } is frozen.</b> Nobody can pay with it now.
    The code is taken out of this chat. If it was you after all, unfreeze the card.
codes-not-frozen =
    ⚠️ <b>Card { $card } could not be frozen.</b> Press “Freeze” again.
    The code is taken out of this chat: do not give it to anyone.
codes-freeze = ❄️ Freeze
codes-unfreeze = 🔥 Unfreeze
codes-card = 💳 Card { $card }
codes-command = Live 3DS codes
