cards-command = My cards
cards-title = 💳 <b>Cards</b> · { $total ->
    [one] { $total } card
   *[other] { $total } cards
} · page { $page } of { $pages }
cards-empty = 💳 <b>Cards</b>

    You have no cards yet. The first one takes a minute.
cards-new = ➕ New card
cards-status-active = Active
cards-status-frozen = Frozen
cards-status-terminated = Closed
cards-status-pending = Waiting for a deposit
cards-card-title = 💳 <b>{ $title }</b>
cards-card-status = { $sign } { $status } · { $network }
cards-card-balance = Balance: <b>{ $balance }</b>
cards-card-limit = Monthly limit: { $limit }
cards-card-spent = Spent in all: { $spent } in { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}
cards-card-last-used = Last used: { $at }
cards-card-expires = Valid until: { $expiry }
cards-card-frozen-note = ❄️ Payments are declined while the card is frozen. The money stays on it.
cards-card-closed-note = This card is closed for good.
cards-card-pending-note = ⏳ The card comes to life after the first deposit to the wallet.
cards-fund = 💸 Fund
cards-withdraw = ↩️ Withdraw
cards-freeze = ❄️ Freeze
cards-unfreeze = 🔥 Unfreeze
cards-details = 👁 Details
cards-history = 🧾 History
cards-close = 🗑 Close card
cards-frozen-note = ❄️ { $title } is frozen
cards-unfrozen-note = 🔥 { $title } works again
cards-close-ask = 🗑 <b>Close { $title }?</b>

    { $balance } goes back to your wallet. A closed card cannot be opened again, and a payment still on hold may fail.
cards-keep = 💳 Keep card
cards-close-confirm = 🗑 Close ·{ $last4 }
