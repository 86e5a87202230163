check-open = 🔮 Will it pass?
check-ask = 🔮 <b>Which payment?</b>

    Type the amount, and the shop if you like: <code>{ $example }</code>. Or choose an amount.
check-example = 49.99 netflix
check-usage = 🔮 <b>Will a payment pass?</b>

    Type the last four digits of the card, the amount, and the shop if you like: <code>{ $example }</code>. Or open the card and press “Will it pass?”.
check-head-yes = ✅ <b>It should pass</b>
check-head-no = ❌ <b>It will not pass as things are</b>
check-head-perhaps = ❔ <b>It may pass</b>
check-payment = { $amount } with { $card }
check-payment-at = { $amount } at { $merchant } with { $card }
check-status = Card: { $status }
check-expiry = Valid until { $expiry }
check-balance = Balance: { $balance }
check-balance-short = Balance: { $balance }, that is { $missing } too little
check-limit = Monthly limit { $limit }: { $left } left this month
check-payment-max = This kind of card: up to { $limit } for one payment
check-month-max = This kind of card: up to { $limit } in a month, { $left } left
check-month-unknown = This kind of card: up to { $limit } in a month, but it is not known how much was spent
check-category = Category: allowed
check-category-no = Category: not one of those you allow
check-category-unknown = Category: you allow only some, and this shop's is not known
check-secure = 3-D Secure: the code comes to this chat
check-not-secure = 3-D Secure: this kind of card has none, and shops that insist on it will refuse
check-note = <i>The shop and its bank may still refuse for reasons of their own.</i>
check-another = 🔮 Another payment
check-fund = 💸 Fund with { $amount }
check-fix-limit = 📊 Monthly limit
check-fix-categories = 🗂 Categories
