notices-payment = 💳 <b>−{ $amount }</b> · { $merchant }
notices-payment-declined = ❌ Declined <b>{ $amount }</b> · { $merchant }
notices-payment-refunded = ↩️ Refund <b>+{ $amount }</b> · { $merchant }
notices-unnamed-merchant = unknown shop
notices-amount-unknown = unknown amount
notices-card-unknown = card
notices-left = left { $balance }
notices-today = today { $spent }
notices-status-settled = ✔️ Settled
notices-status-changed = ✔️ Settled for { $settled }, the hold was { $authorized }
notices-status-reversed = ✖️ Cancelled, the hold of { $amount } was released
notices-status-refunded = ↩️ Refunded
notices-status-part-refunded = ↩️ Refunded { $refunded } of { $amount }
notices-late = ⏱ Late news: it happened { $time }
notices-wallet = 👛 Wallet { $name }

notices-cause-missing = Not enough money on the card: { $missing } is missing.
notices-cause-insufficient = Not enough money on the card. Fund it and pay again.
notices-cause-inactive = The card is not active yet: it waits for money.
notices-cause-frozen = The card is frozen. Unfreeze it and pay again.
notices-cause-expired = The card has expired. Issue a new one.
notices-cause-limit = It is over the card's monthly limit.
notices-cause-limit-of = It is over the card's monthly limit of { $bound }.
notices-cause-payment-maximum = It is more than this kind of card may pay at once.
notices-cause-payment-maximum-of = It is more than this kind of card may pay at once: { $bound }.
notices-cause-month-maximum = It is more than this kind of card may pay in a month.
notices-cause-month-maximum-of = It is more than this kind of card may pay in a month: { $bound }.
notices-cause-category = The card does not allow this kind of shop.
notices-cause-code-wrong = The 3DS code was wrong. Start the payment again for a new one.
notices-cause-code-late = The 3DS code was not entered in time. Start the payment again for a new one.
notices-cause-details = The shop was given wrong card details. Check the number, the date and the CVV.
notices-cause-terminated = The card is closed.
notices-cause-unknown = CryptoCardy gives no reason. No money was taken.

notices-guard-row =
    { $count ->
        [one] 🛡 Decline guard: { $count } decline for lack of money.
       *[other] 🛡 Decline guard: { $count } declines for lack of money in a row.
    }
notices-guard-share = 🛡 Decline guard: { $count } of { $of } payments declined in 24 hours.
notices-guard-ask = Issuers may close cards with many declines. Freeze this one until you fund it?
notices-guard-frozen = The card is frozen, as you set up. When you fund it, I will offer to unfreeze it.

notices-declines-row-of = 🔁 Declines in a row for lack of money: { $count } of { $of }, then the decline guard speaks up.
notices-declines-row = 🔁 Declines in a row for lack of money: { $count }. Issuers may close cards with many declines.
notices-declines-day = 🔁 Declines of this card in 24 hours: { $count }

notices-low = 🪫 Little is left on { $card }: <b>{ $balance }</b>
notices-held = 💸 { $card } was funded. Unfreeze it now?
notices-held-hint = It was frozen until money came.

notices-burst =
    💳 { $count ->
        [one] <b>{ $count } payment</b> · −{ $total }
       *[other] <b>{ $count } payments</b> · −{ $total }
    }
notices-burst-line = −{ $amount } · { $merchant }

notices-day = 🗓 The last 24 hours: <b>{ $total }</b> spent
notices-day-payments =
    { $count ->
        [one] { $count } payment:
       *[other] { $count } payments, most at:
    }
notices-day-merchant = • { $merchant }: { $amount }

notices-code-hidden = 🛡 A 3DS code for an unusual payment · { $merchant } · <b>{ $amount }</b>
notices-code-odd-merchant = This card has never paid this shop. The code is hidden: show it only if you are paying now.
notices-code-odd-amount = It is much more than this card usually pays. The code is hidden: show it only if you are paying now.

notices-code = 🔐 3DS code <code>{ $code }</code> · { $merchant } · <b>{ $amount }</b>
notices-code-card = { $card } · expires { $time }
notices-code-warning = Not you? Press “Not me”: the card is frozen at once.
notices-code-expired = ⌛ The 3DS code for { $merchant }, { $amount } has expired.
notices-code-used = ✅ The 3DS code for { $merchant }, { $amount } is no longer needed.
notices-code-too-late = ⌛ A 3DS code for { $merchant }, { $amount } arrived too late: it had expired. Start the payment again for a new one.
notices-code-missing = 🔐 { $merchant } asks for a 3DS code · <b>{ $amount }</b>
notices-code-missing-hint = CryptoCardy has not sent the code yet. Press “Check” in a few seconds.

notices-card-created = 💳 New card { $card }
notices-card-created-hint = It was issued somewhere else, not in this chat.
notices-card-frozen = ❄️ Card { $card } was frozen. Was it you?
notices-card-unfrozen = ⚠️ Card { $card } was unfrozen. Was it you?
notices-card-elsewhere = It was not done in this chat. If it was not you either, somebody knows your seed.
notices-card-automatic = It was not done in this chat: perhaps by auto-freeze, or by CryptoCardy.
notices-card-terminated = 🗑 Card { $card } is closed
notices-card-returned = { $amount } returned to the wallet.
notices-card-returned-unknown = What was left on it goes back to the wallet.
notices-card-terminated-elsewhere = ⚠️ Card { $card } was closed. Was it you?
notices-card-funded = 💸 Card { $card } was funded
notices-card-funded-amount = 💸 +{ $amount } · card { $card } was funded
notices-card-balance = Balance { $balance }

notices-first-card-ready = 🎉 Your first card <b>{ $card }</b> is ready
notices-first-card-by-deposit = The deposit has made it active. Put money on it and pay.
notices-first-card-waiting = ⏳ Your first card is not active yet: fund it, and it starts to work.
notices-first-card-absent = 💳 No card came with this wallet. Issue one, and you can pay.

notices-deposit-pending = ⏳ Deposit on its way: { $amount }
notices-deposit-pending-hint = Waiting for confirmations of the network.
notices-deposit-confirmations =
    { $count ->
        [one] { $count } confirmation so far.
       *[other] { $count } confirmations so far.
    }
notices-deposit-confirmed = ✅ Deposit credited: <b>{ $amount }</b>
notices-deposit-received = Received { $amount }
notices-deposit-fee = fee { $fee }
notices-deposit-done = ✅ Deposit confirmed: { $amount }
notices-deposit-expired = ⌛ Deposit expired: { $amount }
notices-deposit-expired-hint = It was not confirmed in time. If you did send the money, write to /support.

notices-digest =
    📬 { $count ->
        [one] { $count } event came late
       *[other] { $count } events came late
    }
notices-digest-hint = CryptoCardy's messages did not reach us for a while.
notices-digest-payments =
    { $count ->
        [one] { $count } payment for { $total }
       *[other] { $count } payments for { $total }
    }
notices-digest-declines =
    { $count ->
        [one] { $count } decline
       *[other] { $count } declines
    }
notices-digest-refunds =
    { $count ->
        [one] { $count } refund, +{ $total }
       *[other] { $count } refunds, +{ $total }
    }
notices-digest-deposits =
    { $count ->
        [one] { $count } deposit
       *[other] { $count } deposits
    }
notices-digest-cards =
    { $count ->
        [one] { $count } card change
       *[other] { $count } card changes
    }

notices-button-copy-code = 📋 Copy code
notices-button-not-me = 🚫 Not me
notices-button-check = 🔄 Check
notices-button-details = 🧾 Details
notices-button-freeze = ❄️ Freeze
notices-button-keep = 🔒 Keep to { $merchant }
notices-button-mute = 🔕 Mute shop
notices-button-unmute = 🔔 Unmute shop
notices-button-low = 🪫 Low balance
notices-button-unfreeze = 🔥 Unfreeze
notices-button-fund = 💸 Fund
notices-button-card = 💳 Card
notices-button-card-details = 👁 Details
notices-button-fund-card = 💸 Fund a card
notices-button-fund-first = 💸 Fund the first card
notices-button-new-card = ➕ New card
notices-button-cards = 💳 Cards
notices-button-history = 🧾 History
notices-button-fund-with = 💸 Fund { $amount }
notices-button-hold = ❄️ Freeze until I fund
notices-button-limit = 📊 Monthly limit
notices-button-categories = 🗂 Categories
notices-button-paying-now = ⚡ I'm paying now
notices-button-show-code = 👁 Show code anyway
