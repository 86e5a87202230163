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
cards-card-pending-note = ⏳ The card starts to work once there is money on it: press Fund.
cards-fund = 💸 Fund
cards-withdraw = ↩️ Withdraw
cards-freeze = ❄️ Freeze
cards-unfreeze = 🔥 Unfreeze
cards-details = 👁 Details
cards-history = 🧾 History
cards-close = 🗑 Close card
cards-frozen-note = ❄️ { $title } is frozen. To undo it, press Unfreeze.
cards-unfrozen-note = 🔥 { $title } works again
cards-close-ask = 🗑 <b>Close { $title }?</b>

    { $balance } goes back to your wallet. A closed card cannot be opened again.
cards-close-holds = Pending holds: { $count } (may fail)
cards-close-holds-more = Pending holds: at least { $count } (may fail)
cards-close-holds-none = Pending holds: none
cards-close-holds-unknown = A payment still on hold may fail. Whether there is one cannot be seen right now.
cards-close-upcoming = ⚠️ { $count ->
    [one] This payment is expected on the card and will be declined:
   *[other] These payments are expected on the card and will be declined:
}
cards-keep = 💳 Keep card
cards-close-confirm = 🗑 Close ·{ $last4 }
cards-card-month = Monthly limit: { $spent } of { $limit }
cards-filter = 🔎 Filter and search
cards-several = ☑️ Several cards
cards-filtered = 🔎 { $filter }
cards-none-fit = 🔎 <b>No card matches</b>

    You were looking for: { $filter }
cards-tags-unread = 🏷 The tags of { $count ->
    [one] { $count } card
   *[other] { $count } cards
} have not been read yet. Refresh to look further.
cards-filter-title = 🔎 <b>Which cards to show?</b>
cards-filter-none = All cards, the newest first.
cards-filter-all = All
cards-filter-active = Active
cards-filter-frozen = Frozen
cards-filter-closed = Closed
cards-filter-any-bin = Any BIN
cards-filter-bin = BIN { $bin }
cards-filter-label = “{ $label }”
cards-filter-tag = 🏷 { $tag }
cards-filter-no-label = ✖️ Label “{ $label }”
cards-filter-no-tag = ✖️ Tag { $tag }
cards-filter-clear = 🧹 Clear filter
cards-filter-show = 💳 Show cards
cards-sort-created = Created
cards-sort-balance = Balance
cards-sort-used = Last used
cards-page-before = ◀️ Previous
cards-page-after = Next ▶️
cards-search = ✏️ Search by label or tag
cards-search-ask = ✏️ <b>What to look for?</b>

    Type a part of the label, or a tag with # before it: <code>#work</code>
cards-search-ask-tags = ✏️ <b>What to look for?</b>

    Type a part of the label, or choose a tag.
cards-search-tag = 🏷 { $tag }
