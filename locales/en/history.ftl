history-command = Payments and refunds
history-title = 🧾 <b>History</b>
history-title-page = 🧾 <b>History</b> · page { $page }
history-title-pages = 🧾 <b>History</b> · page { $page } of { $pages }
history-filtered = 🔎 Showing: { $filters }
history-empty = Nothing here yet. Payments, refunds and declines will appear here.
history-none-fit = Nothing matches these filters.
history-zone = <i>Days are counted in { $zone }.</i>
history-day = <b>{ $date }</b>
history-day-today = <b>Today · { $date }</b>
history-line = { $number }. { $sign } { $kind } { $amount } · { $merchant } · { $at }
history-kind-authorization = Hold
history-kind-settlement = Payment
history-kind-refund = Refund
history-kind-decline = Decline
history-no-merchant = Unknown shop
history-filters = 🔎 Filters
history-filters-set = 🔎 Filters: { $count }
history-csv = 📄 CSV
history-stats = 📊 Stats
history-clear = 🧹 Clear
history-sheet = 🔎 <b>Filters of the history</b>

    Card: <b>{ $card }</b>
    Kind: <b>{ $type }</b>
    Period: <b>{ $period }</b>
    Shop: <b>{ $merchant }</b>
    Amount: <b>{ $amount }</b>
    Lines on a page: <b>{ $size }</b>

    <i>Days are counted in { $zone }.</i>
history-any = everything
history-any-card = all
history-any-type = all
history-any-period = all time
history-any-merchant = any
history-any-amount = any
history-set-card = 💳 Card
history-set-type = 🏷 Kind
history-set-period = 📅 Period
history-set-merchant = 🏪 Shop
history-set-amount = 💵 Amount
history-set-size = 📃 Lines
history-show = ✅ Show
history-pick-card = 💳 <b>Which card?</b>
history-all-cards = All cards
history-one-card = one card
history-pick-type = 🏷 <b>Which kind?</b>
history-all-types = All kinds
history-pick-period = 📅 <b>Which period?</b>

    Days are counted in { $zone }.
history-all-time = All time
history-period-today = Today
history-period-week = 7 days
history-period-days30 = 30 days
history-period-month = This month
history-period-last-month = Last month
history-period-days = { $name }: { $days }
history-typed-days = 📅 Other days
history-set-zone = 🕒 { $zone }
history-pick-size = 📃 <b>How many lines on a page?</b>
history-named = “{ $merchant }”
history-amount-least = from { $least }
history-amount-most = up to { $most }
history-amount-range = { $least } to { $most }
history-ask-merchant = 🏪 <b>Which shop?</b>

    Write its name or a part of it, for example <code>spotify</code>.
history-ask-days = 📅 <b>Which days?</b>

    Write one day or two, the day before the month: <code>05.11</code> or <code>01.11-15.11.2026</code>.
history-ask-amount = 💵 <b>Which amounts?</b>

    Write, for example, <code>10-50</code>, <code>10+</code>, <code>&lt;50</code> or just <code>12.50</code>. In dollars, without a minus.
history-problem-empty = There is nothing in your message.
history-problem-not-days = I cannot read these days.
history-problem-no-such-day = The calendar has no such day.
history-problem-wrong-way = The first must not be greater than the second.
history-problem-not-a-number = I cannot read this amount.
history-problem-decimals = Dollars take at most two decimals.
history-problem-negative = Write the amount without a minus.
history-problem-currency = Amounts are in dollars.
history-problem-ambiguous = This may be read in two ways. Write it without a thousands separator.
history-receipt-title = { $sign } <b>{ $amount } · { $merchant }</b>
history-receipt-kind = { $kind } · { $at }
history-receipt-card = Card: { $card }
history-receipt-category = Category: { $category }
history-receipt-country = Country: { $country }
history-receipt-declined = Declined: { $reason }
history-receipt-3ds = 3-D Secure: { $status }
history-receipt-balance = Balance after: { $balance }
history-steps = <b>Timeline</b>
history-step = { $at } · { $step }
history-step-plain = { $step }
history-step-created = begun
history-step-pending = waiting
history-step-challenge = code asked for
history-step-authenticated = code accepted
history-step-authorized = authorised
history-step-settled = settled
history-step-refunded = refunded
history-step-reversed = hold released
history-step-declined = declined
history-3ds-authenticated = confirmed with a code
history-3ds-attempted = tried, the bank did not answer
history-3ds-not-required = not asked for
history-3ds-frictionless = confirmed without a code
history-3ds-failed = wrong code
history-3ds-expired = no code in time
history-3ds-pending = waiting for the code
history-reason-not-active = the card is not active yet
history-reason-frozen = the card was frozen
history-reason-terminated = the card is closed
history-reason-expired = the card has expired
history-reason-cvv = wrong CVV
history-reason-expiry = wrong expiry date
history-reason-category = the card may not pay in this category
history-reason-transaction-limit = too much for one payment with this kind of card
history-reason-bin-limit = the monthly limit of this kind of card was reached
history-reason-monthly-limit = the monthly limit of the card was reached
history-reason-funds = not enough on the card
history-reason-3ds-failed = wrong 3DS code
history-reason-3ds-expired = the 3DS code was not entered in time
history-open-card = 💳 Card
history-same-merchant = 🏪 Same shop
history-copy-id = 📋 Copy id
history-block = 🚫 Block this category
history-only = 🔒 Allow only this category
history-block-ask = 🚫 <b>Block “{ $category }” on { $card }?</b>

    The category will be taken off the card's list of allowed ones. The rest of the list stays as it is.
history-block-ask-all = 🚫 <b>Block “{ $category }” on { $card }?</b>

    CryptoCardy cannot forbid one category, it can only keep a list of allowed ones. So the card will be allowed every other category this bot knows. A rare shop outside all of them will be declined too.

    You can change the list at any time in the card settings.
history-block-confirm = 🚫 Block
history-block-done = 🚫 <b>“{ $category }” is blocked on { $card }.</b>

    Payments in this category will be declined. Money already on hold may still be taken.
history-block-already = 🚫 <b>{ $card } already cannot pay in “{ $category }”.</b>
history-block-last = 🚫 <b>“{ $category }” is the only category { $card } may pay in.</b>

    Without it the list would be empty, and an empty list allows everything. Freeze the card instead.
history-block-unknown = 🚫 <b>The shop's category is not known</b>

    CryptoCardy names no category code for this payment, so it cannot be blocked on { $card }. You can freeze the card.
history-categories = 🗂 Categories
history-csv-ask = 📄 <b>History as a file (CSV)</b>

    What: { $filters }
    Which period?
history-csv-empty = 📄 <b>No file: nothing matches</b>

    What: { $filters }
history-other-period = 📅 Other period
history-csv-ready = Here is your file
history-csv-caption = { $count ->
    [one] 📄 <b>{ $count } line</b> · { $days }
   *[other] 📄 <b>{ $count } lines</b> · { $days }
}
history-csv-filters = What: { $filters }
history-csv-capped = { $count ->
    [one] There are more: this is only the newest { $count } line. Choose a shorter period for the rest.
   *[other] There are more: these are only the newest { $count } lines. Choose a shorter period for the rest.
}
history-csv-date = Date
history-csv-time = Time ({ $zone })
history-csv-type = Kind
history-csv-amount = Amount
history-csv-currency = Currency
history-csv-balance = Balance after
history-csv-merchant = Shop
history-csv-category = Category
history-csv-mcc = MCC
history-csv-country = Country
history-csv-card = Card
history-csv-reason = Reason
history-csv-id = Id
history-share = 📤 Share receipt
history-share-ready = Forward it to whomever you like: it names the shop, the amount and the day, nothing else.
history-share-text = { $kind }: { $merchant } · { $amount } · { $day }
history-share-payment = Payment
history-share-hold = Payment on hold, not charged yet
history-share-released = Payment cancelled, nothing was charged
history-share-refund = Refund
history-share-decline = Payment declined, nothing was charged
history-share-other-letters = Shop: see the text
