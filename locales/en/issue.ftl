issue-command = Issue a new card
issue-any = Any
issue-network-ask = ➕ <b>New card</b>

    Which network?
issue-bin-ask = ➕ <b>Which kind of card?</b>
issue-bin-ask-for = ➕ <b>Which kind of card?</b>

    For: { $purpose }
issue-bin-suits = ⭐ { $name }
issue-bin-name = <b>{ $name }</b>
issue-bin-name-best = ⭐ <b>{ $name }</b> · made for this
issue-bin-best-for = Good for: { $uses }
issue-bin-features = Works with: { $features }
issue-bin-no-features = Without 3-D Secure, Apple Pay and Google Pay
issue-bin-max-transaction = One payment: up to { $limit }
issue-bin-max-monthly = In a month: up to { $limit }
issue-bin-acceptance = Payments accepted: { NUMBER($rate, maximumFractionDigits: 1) }%
issue-amount-ask = ➕ <b>How much to put on the new card?</b>

    { $bin }
    In the wallet: { $walletBalance }

    Choose an amount or type it.
issue-label-ask = 🏷 <b>What should the card be called?</b>

    Shops do not see the name. Choose one or type your own, up to { $limit } characters.
issue-label-skip = Without a name
issue-confirm = ➕ <b>Issue a { $network } card with { $amount }?</b>

    BIN: { $bin }
    Wallet: { $walletBefore } → <b>{ $walletAfter }</b>
issue-confirm-label = Label: { $label }
issue-no-money = ➕ There is { $balance } in the wallet, and a new card takes at least $1.00. Make a deposit first.
issue-no-bins = ➕ CryptoCardy offers no new cards at the moment. Try again later.
issue-previous = ◀️ Previous
issue-purpose = 🎯 By purpose
issue-purpose-ask = 🎯 <b>What is the card for?</b>

    The kinds of card made for it will stand first.
issue-purpose-ads = 📣 Ads
issue-purpose-subscriptions = 🔁 Subscriptions
issue-purpose-shopping = 🛍 Shopping
issue-purpose-travel = ✈️ Travel
issue-purpose-other = 🔹 { $use }
issue-purpose-any = ✳️ Anything
issue-use-ads = Ads
issue-use-ads-in = { $brand } Ads
issue-use-subscriptions = Subscriptions
issue-use-saas = SaaS
issue-use-software = Software
issue-use-streaming = Streaming
issue-use-trials = Free trials
issue-use-app-stores = App stores
issue-use-cloud = Cloud services
issue-use-hosting = Hosting
issue-use-shopping = Shopping
issue-use-marketplaces = Marketplaces
issue-use-travel = Travel
issue-use-airlines = Airlines
issue-use-hotels = Hotels
issue-use-car-rental = Car rental
issue-compare = 📊 Compare
issue-compare-title = 📊 <b>Kinds of card side by side</b>
issue-compare-heading = <b>{ $feature }</b>
issue-compare-yes = ✅ Yes: { $names }
issue-compare-no = ❌ No: { $names }
issue-compare-max-transaction = <b>One payment, up to</b>
issue-compare-max-monthly = <b>In a month, up to</b>
issue-compare-acceptance = <b>Payments accepted</b>
issue-compare-best-for = <b>Good for</b>
issue-compare-line = • { $name }: { $value }
issue-compare-rate = { NUMBER($rate, maximumFractionDigits: 1) }%
issue-compare-unknown = not stated
issue-off = 🚫 <b>CryptoCardy does not issue cards on request at the moment.</b> Nothing was charged, the money is in your wallet.

    <b>What works instead</b>
    A wallet is opened together with a card. The card comes to life with the wallet's first deposit. If the card of this wallet is still waiting, make a deposit; otherwise open another wallet.
issue-own = 📈 From your own payments
issue-own-reading = Reading your payments…
issue-own-title = 📈 <b>From your own payments</b>

    How the payments of this wallet went in the last six months, beside what CryptoCardy advertises.
issue-own-advertised = Advertised: { NUMBER($rate, maximumFractionDigits: 1) }%
issue-own-unstated = Advertised: not stated
issue-own-line = Your own: { $own }
issue-own-share = { $passed } of { $count } passed ({ $percent }%)
issue-own-few = { $passed } of { $count } passed, too few payments to tell yet
issue-own-none = no payments to compare yet
issue-own-below = fewer than advertised
issue-own-alike = in line with what is advertised
issue-own-above = more than advertised
issue-own-bin = Your own payments: { $own }
issue-own-compare = <b>Your own payments</b>
issue-own-unused = No payments to compare yet: { $names }
issue-own-shops = 🏪 <b>Where you pay most often</b>
issue-own-shop = <b>{ $name }</b>
issue-own-no-shop = Unknown shop
issue-own-nothing = There are no payments to compare yet. Pay with a card, and come back.
issue-own-side = { $count ->
    [one] Not counted: { $count } decline for a reason on your side (no money, a frozen card, a limit, a category, a wrong code).
   *[other] Not counted: { $count } declines for reasons on your side (no money, a frozen card, a limit, a category, a wrong code).
}
issue-own-unexplained = { $count ->
    [one] { $count } counted decline came without a reason, so it may have been on your side after all.
   *[other] { $count } counted declines came without a reason, so they may have been on your side after all.
}
issue-own-since = Older payments were not read: only those since { $at }.
issue-own-order = <i>The cards stay in the order of the advertised figures.</i>
