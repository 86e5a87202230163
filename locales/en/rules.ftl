rules-once-used = ☝️ <b>{ $card } made its one payment and is frozen.</b>
    { $merchant } · { $amount }
    The card closes when the payment is settled; what is left goes back to your wallet.
rules-once-closed = ✅ <b>One-time card { $card } is closed.</b> Its payment is settled, the rest is in your wallet.
rules-once-closed-with = ✅ <b>One-time card { $card } is closed.</b> { $amount } went back to your wallet.
rules-once-not-closed = ⚠️ <b>One-time card { $card } could not be closed.</b> It stays frozen, the money is on it. Close it yourself:
rules-stranger = 🔒 <b>{ $card } is frozen: { $merchant } charged it.</b>
    You keep this card to { $kept }. { $amount } was authorised before the card could be frozen; new payments will be declined.
rules-not-frozen = ⚠️ <b>{ $card } should be frozen, but CryptoCardy does not answer.</b>
    Because of { $merchant }, { $amount }. The bot keeps trying; you can press the button too.
rules-freeze-given-up = ⚠️ <b>{ $card } could not be frozen. The bot has stopped trying.</b>
    Because of { $merchant }, { $amount }. The card may still be charged: look at it yourself.
rules-topped-up = ⚡ <b>{ $card } topped up with { $amount }</b>
rules-top-up-today = Automatic today: { $moved } of at most { $most }
rules-top-up-day-full = ⚡ <b>{ $card } was not topped up: today's limit is used up.</b> Automatic top-ups go on tomorrow.
rules-top-up-wallet-low = ⚡ <b>{ $card } was not topped up: the wallet would keep too little.</b>
rules-top-up-failed = ⚠️ <b>{ $card } was not topped up.</b> CryptoCardy did not accept it. No money has moved.
rules-top-up-unknown = ⚠️ <b>It is not certain that { $card } was topped up.</b> CryptoCardy did not answer: look at the balance before you repeat it.
rules-button-card = 💳 Card
rules-button-rules = 🛡 Card rules
rules-button-pause = ⏸ Pause rule
rules-renewal = 📅 <b>{ $days ->
    [0] Today
    [1] Tomorrow
    [one] In { $days } day
   *[other] In { $days } days
}: { $merchant } ≈ { $amount }</b>
rules-renewal-enough = { $card } has { $balance }: enough.
rules-renewal-short = ⚠️ { $card } has only { $balance }. Fund it, or freeze it if you do not want to pay.
rules-button-top-up = 💸 Fund
rules-button-pause-card = ❄️ Freeze for now
