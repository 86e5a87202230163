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
deposits-more = The latest { $count } are shown.
deposit-command = Deposit crypto
