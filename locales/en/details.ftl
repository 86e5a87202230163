details-choose =
    👁 <b>{ $card }: where should I show the details?</b>

    <b>Show once</b>: a pop-up with number, expiry and CVV. Nothing stays in the chat.
details-choose-page = <b>One-time page</b>: opens in the browser once, with copy buttons.
details-choose-address = <b>Billing address</b>: what shops ask for besides the card.
details-once = ⚡ Show once
details-page = 🔗 One-time page
details-address = 🏠 Billing address
details-alert =
    { $number }
    { $expiry } · CVV { $cvv }
    { $holder }
details-page-coming = ⏳ The page for { $card } is being made…
details-page-ready =
    🔗 <b>The page for { $card } is ready.</b>
    It opens once, within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. Then this message goes away.
details-page-open = 🔗 Open the page
details-page-unavailable = The one-time page is not available here. Use “Show once”.
details-line = <code>{ $value }</code>
details-billing = 🏠 <b>Billing address of { $card }</b>
details-no-billing = CryptoCardy names no billing address for this card. Most shops then accept any address.
details-copy = 📋 { $value }
details-limit = ⏳ Card details can be shown only a few times a minute. Try again { $seconds ->
        [one] in a second.
       *[other] in { $seconds } seconds.
    }
details-failed = CryptoCardy did not give the details, so nothing was shown. Try again in a minute.
details-not-found = CryptoCardy does not know this card any more.
