notifications-title = 🔔 <b>Notifications</b>
notifications-always = 3DS codes always come: they cannot be turned off, only made silent in quiet hours. Declines make a sound in quiet hours too, and so do cards frozen, unfrozen or closed by somebody else.
notifications-guard-what =
    { $count ->
        [one] The decline guard speaks up after { $count } decline for lack of money, or when { $share }% of the payments of 24 hours are declined (of at least { $least }).
       *[other] The decline guard speaks up after { $count } declines in a row for lack of money, or when { $share }% of the payments of 24 hours are declined (of at least { $least }).
    }
notifications-zone-is = Your time: { $zone }
notifications-on = on
notifications-off = off
notifications-kind-payments = Payments
notifications-kind-declines = Declines
notifications-kind-refunds = Refunds
notifications-kind-deposits = Deposits
notifications-kind-cards = Cards
notifications-button-above = 🔉 Silent payments below: { $value }
notifications-button-shops = 🔕 Muted shops: { $count }
notifications-button-above-off = 🔉 Silent payments: off
notifications-button-quiet = 🌙 Quiet hours: { $value }
notifications-button-codes-loud = 🔐 Codes in quiet hours: loud
notifications-button-codes-quiet = 🔐 Codes in quiet hours: silent
notifications-codes-quiet = In quiet hours 3DS codes now come without a sound: you may miss one that you did not ask for and be too late to stop the payment.
notifications-codes-loud = 3DS codes always make a sound
notifications-button-digest = 🗓 Daily summary: { $value }
notifications-button-low = 🪫 Low balance: below { $value }
notifications-button-low-off = 🪫 Low balance: off
notifications-button-shield = 🛡 Hide unusual codes: { $value }
notifications-button-guard-asks = 🚦 Decline guard: asks
notifications-button-guard-freezes = 🚦 Decline guard: freezes
notifications-button-guard-at =
    { $count ->
        [one] 📏 Guard at: { $count } decline or { $share }%
       *[other] 📏 Guard at: { $count } in a row or { $share }%
    }
notifications-guard-ask = 📏 <b>When should the decline guard speak up?</b>

    Issuers may close cards with many declines, or charge for them. CryptoCardy names no figures, so choose yourself: how many declines in a row for lack of money, and what share of all payments of 24 hours (of at least { $least }).
notifications-guard-row =
    { $count ->
        [one] { $count } decline
       *[other] { $count } in a row
    }
notifications-guard-share = { $share }%
notifications-button-zone = 🕒 Time zone: { $zone }
notifications-above-ask = 🔉 <b>From what amount should payments make a sound?</b> Smaller ones come silently. You can also type an amount.
notifications-low-ask = 🪫 <b>Below what balance of a card should I warn you?</b> Once each time it falls below. You can also type an amount.
notifications-quiet-from = 🌙 <b>When do quiet hours begin?</b> Your time: { $zone }
notifications-quiet-to = 🌙 <b>From { $from } until when?</b> Your time: { $zone }
notifications-digest-ask = 🗓 <b>When should the summary of the last 24 hours come?</b> Your time: { $zone }
notifications-zone-ask = 🕒 <b>What time is it where you are?</b> Summer time is not followed: change it here when your clocks change.
notifications-shield-on = Codes for a shop this card never paid, or for an unusually large amount, are now hidden behind a button. Paying at a new shop takes one more press.
notifications-shield-off = Codes are always shown at once
notifications-guard-freezes = The decline guard now freezes a card by itself after declines, and offers to unfreeze it when you fund it. Other payments with it are declined meanwhile.
notifications-guard-asks = The decline guard now only asks
notifications-held = ❄️ { $card } is frozen until you fund it. Then I will offer to unfreeze it.
notifications-shops-title = 🔕 <b>Muted shops</b>
notifications-shops-what = Their payments come without a sound. Declines, codes and refunds still make one. Press a shop to hear it again.
notifications-shops-none = None. “Mute shop” below a payment turns off the sound for payments at that shop.
notifications-shops-button = 🔔 Unmute { $merchant }
notifications-shops-full =
    { $count ->
        [one] { $count } shop is muted, and that is the most. Unmute it first: Settings → Notifications → Muted shops.
       *[other] { $count } shops are muted, and that is the most. Unmute one first: Settings → Notifications → Muted shops.
    }
notifications-shop-muted = 🔕 { $merchant }: payments come without a sound now. To undo: the same button, or Settings → Notifications → Muted shops.
notifications-shop-unmuted = 🔔 { $merchant }: payments make a sound again
