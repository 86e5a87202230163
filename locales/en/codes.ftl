codes-title = 🔐 <b>Live 3DS codes</b>
codes-one =
    <b>{ $merchant }</b> · { $amount }
    Card ·{ $last4 }
    Code: <code>{ $code }</code>
codes-one-no-code =
    <b>{ $merchant }</b> · { $amount }
    Card ·{ $last4 }
    CryptoCardy has not given the code yet. Press “Refresh”.
codes-until = Valid until { $time } ({ $relative })
codes-warning = Type a code only on the shop's own page. Nobody from CryptoCardy or this bot ever asks for it.
codes-empty =
    🔐 <b>No codes at the moment.</b>
    A code comes here by itself when a shop asks for one.
codes-paying-now = ⚡ I'm paying now
codes-hot =
    ⚡ <b>I am watching closely until { $time }.</b>
    Pay now: the code comes as a new message.
codes-copy = 📋 Copy code
codes-copy-of = 📋 Copy code · { $merchant }
codes-not-me = 🚫 Not me
codes-not-me-of = 🚫 Not me · { $merchant }
codes-unknown-shop = Unknown shop
codes-expired = ⌛ The codes shown here have expired.
codes-frozen =
    ❄️ <b>Card ·{ $last4 } is frozen.</b> Nobody can pay with it now.
    The code is taken out of this chat. If it was you after all, unfreeze the card.
codes-not-frozen =
    ⚠️ <b>Card ·{ $last4 } could not be frozen.</b> The code is taken out of this chat: do not give it to anyone.
    Press “Freeze” again.
codes-freeze = ❄️ Freeze
codes-unfreeze = 🔥 Unfreeze
codes-card = 💳 Card ·{ $last4 }
codes-command = Live 3DS codes
