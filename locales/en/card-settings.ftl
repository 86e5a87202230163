card-settings-open = ⚙️ Card settings
card-settings-title = ⚙️ <b>Settings of { $card }</b>
card-settings-saved = ✅ Saved
card-settings-not-taken = ⚠️ CryptoCardy accepted the change, but the card does not show it. Refresh in a minute; if it stays so, the change was ignored.
card-settings-as-set-here = ℹ️ CryptoCardy does not show this setting: it stands here as you last saved it.
card-settings-save = 💾 Save
card-settings-none = none
card-settings-label = ✏️ Label
card-settings-limit = 📊 Monthly limit
card-settings-categories = 🗂 Categories
card-settings-freeze-at = 🧊 Auto-freeze
card-settings-tags = 🏷 Tags
card-settings-label-is = Label: { $label }
card-settings-categories-are = Pays for: { $groups }
card-settings-tags-are = Tags: { $tags }
card-settings-label-ask = ✏️ <b>New label for { $card }</b>

    Type it, up to { $limit } characters. CryptoCardy keeps it with the card; shops do not see it.
card-settings-label-too-long = ⚠️ That is { $typed ->
    [one] { $typed } character
   *[other] { $typed } characters
}, and { $limit } fit.
card-settings-label-preview = ✏️ <b>{ $before }</b> will be called <b>{ $after }</b>

    Save it, or type another label.
card-settings-limit-title = 📊 <b>Monthly limit of { $card }</b>
card-settings-limit-is = Monthly limit: { $limit }
card-settings-limit-is-of = Monthly limit: { $limit }, { $left } left
card-settings-limit-is-off = Monthly limit: not set
card-settings-spent-month = Spent this month: { $spent }
card-settings-limit-left = Left this month: { $left }
card-settings-limit-used-up = Used up: payments are declined until next month
card-settings-balance = On the card: { $balance }
card-settings-limit-hint = What is left of the limit is not the balance: a payment needs both. The month is counted from the 1st, UTC; holds count, refunds do not reduce it.
card-settings-limit-lift = CryptoCardy describes no way to take a limit off. { $highest } has the same effect: a card of this kind cannot spend more in a month anyway.
card-settings-limit-no-lift = CryptoCardy describes no way to take a limit off; it can only be raised.
card-settings-limit-highest = Highest · { $amount }
card-settings-limit-ask = Choose a limit or type it.
card-settings-freeze-at-title = 🧊 <b>Auto-freeze of { $card }</b>
card-settings-freeze-at-is = Auto-freeze threshold: { $amount }
card-settings-freeze-at-is-off = Auto-freeze: off
card-settings-spent-all = Spent with the card in all: { $spent }
card-settings-freeze-at-hint = At the threshold CryptoCardy freezes the card by itself. It does not say what it compares: “freeze when spending reaches the amount” or “freeze when the balance falls to it”. Both figures are above: choose an amount that suits you either way.
card-settings-freeze-at-spent-reached = ⚠️ If it means spending, the threshold is reached already.
card-settings-freeze-at-balance-reached = ⚠️ If it means the balance, the threshold is reached already.
card-settings-freeze-at-ask = Choose an amount or type it; 0 turns it off.
card-settings-freeze-at-off = Turn off
card-settings-categories-title = 🗂 <b>What { $card } may pay for</b>
card-settings-categories-now = Now: { $groups }
card-settings-categories-after = <b>After saving: { $groups }</b>
card-settings-categories-codes = { $group }: MCC { $codes }
card-settings-categories-hint = Tick what the card may pay for, then save. With nothing ticked it pays for everything. A shop's category (MCC) is set by its bank and may surprise you.
card-settings-categories-everything = everything
card-settings-categories-all = ♾ All categories
card-settings-categories-unknown = This shop's category is in none of the groups. It can only be allowed with “All categories”.
card-settings-tags-title = 🏷 <b>Tags of { $card }</b>
card-settings-tags-line = • { $tag }
card-settings-tags-empty = No tags yet.
card-settings-tags-hint = Tags help you to find cards. Type one: <code>work</code> or <code>campaign=spring</code>. Press a tag to take it off.
card-settings-tags-remove = ✖️ Remove { $tag }
card-settings-tags-add = ➕ Add { $tag }
card-settings-tags-not-understood = ⚠️ I did not understand the tag. Write a word, or a name and a value: <code>campaign=spring</code>
card-settings-tags-reserved = ⚠️ Names that begin with <code>bot_</code> or <code>_</code> are reserved. Choose another one.
card-settings-tags-too-long = ⚠️ Too long: name and value take up to { $limit } characters each.
