deposit-choose =
    📥 <b>What will you deposit?</b>
    Choose the coin together with its network: money sent over another network is lost.
deposit-address =
    📥 <b>{ $title }</b>

    <code>{ $address }</code>

    Network: <b>{ $network }</b>
deposit-minimum = Minimum: <b>{ $amount } { $ticker }</b>. Less than that is not credited.
deposit-minimum-unknown = CryptoCardy names no minimum for this coin. Do not send very small amounts.
deposit-only = ⚠️ Send only { $ticker } over { $network } to this address. Anything else is lost.
deposit-not-solana = ❗ <b>This is USDT on Ethereum (ERC-20).</b> Do not send USDT from Solana, Tron or another network.
deposit-not-ethereum = ❗ <b>This is USDT on Solana.</b> Do not send USDT from Ethereum (ERC-20), Tron or another network.
deposit-after = The deposit shows up here by itself. CryptoCardy takes its fee when it credits it.
deposit-copy = 📋 Copy address
deposit-list = 🧾 My deposits
deposit-other = 📥 Another coin
deposit-none-offered = CryptoCardy offers no deposit address at the moment. Try again later.
deposits-title = 🧾 <b>Deposits</b>
deposits-empty = 🧾 <b>No deposits yet.</b> A deposit shows up here as soon as the network has seen it.
deposits-pending =
    { $confirmations ->
        [0] ⏳ <b>{ $crypto }</b> · seen, not confirmed yet
        [one] ⏳ <b>{ $crypto }</b> · one confirmation
       *[other] ⏳ <b>{ $crypto }</b> · { $confirmations } confirmations
    }
deposits-about = about { $amount }
deposits-confirmed = ✅ <b>{ $crypto }</b> · { $credited } credited
deposits-confirmed-plain = ✅ <b>{ $crypto }</b> · confirmed
deposits-fee = fee { $fee }
deposits-expired = ⌛ <b>{ $crypto }</b> · expired
deposits-other = • <b>{ $crypto }</b> · { $status }
deposits-no-amount = { $ticker }, amount not known yet
deposit-command = Deposit crypto
deposit-after-steps = 1. Sent → 2. Seen → 3. Confirmed → 4. Credited
deposit-step = { $sign } { $number }. { $step }
deposit-step-sent = Sent
deposit-step-seen = Seen by the network
deposit-step-confirmed = Confirmed
deposit-step-confirmations =
    { $count ->
        [0] Confirmed: no confirmations yet
        [one] Confirmed: { $count } confirmation
       *[other] Confirmed: { $count } confirmations
    }
deposit-step-credited = Credited
deposit-step-credited-with = Credited: { $amount }
deposit-step-card = First card active
deposit-first-card = ⏳ Your first card is not active yet. It starts to work after a deposit: at once, or when you fund it.
deposit-fund-first = 💸 Fund the first card
deposit-detail-title = 📥 <b>{ $crypto }</b>
deposit-detail-status = Status: { $status }
deposit-detail-amount = Worth: { $amount }
deposit-detail-fee = CryptoCardy's fee: { $fee }
deposit-detail-credited = Credited to the wallet: <b>{ $amount }</b>
deposit-detail-to-credit = Will be credited: about { $amount }
deposit-detail-seen-at = Seen: { $at }
deposit-detail-confirmed-at = Confirmed: { $at }
deposit-detail-hash = Transaction: <code>{ $hash }</code>
deposit-detail-wait = Nothing to do: once the network has confirmed the { $ticker } transfer, CryptoCardy credits it. A transfer that is never confirmed expires.
deposit-detail-expired = ⌛ The transfer was not confirmed in time and was not credited. If it was confirmed later, tell CryptoCardy the transaction id.
deposit-detail-gone = 🔎 CryptoCardy no longer lists this deposit.
deposit-explorer = 🔗 View on { $site }
deposit-copy-hash = 📋 Copy transaction
deposits-page = Page { $page } of { $pages }
deposits-filter = 🔎 Filter
deposits-filter-ask = 🔎 <b>Which deposits?</b>
deposits-filtered = Shown: { $filter }
deposits-none-fit = There are no such deposits.
deposits-show-all = ✖️ Show all
deposits-any-status = Any status
deposits-any-coin = Any coin
deposits-chosen = ✅ { $text }
deposits-status-pending = On its way
deposits-status-confirmed = Credited
deposits-status-expired = Expired
