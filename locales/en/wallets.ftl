wallets-title = 👛 <b>Your wallets</b>
wallets-hint = Cards, deposits and history belong to one wallet. The one marked ✅ is in use.
wallets-none = You have no wallet yet.
wallets-add-new = 🆕 New wallet
wallets-add-seed = 🔑 I have a seed
wallets-one = 👛 <b>{ $name }</b>
wallets-in-use = ✅ In use
wallets-not-in-use = Not in use
wallets-seed-saved = 🔐 The seed is backed up
wallets-seed-unsaved = ⚠️ The seed is not backed up
wallets-use = ✅ Use this wallet
wallets-rename = ✏️ Rename
wallets-show-seed = 🔐 Show seed
wallets-remove = 🗑 Remove
wallets-used = { $name } is in use now
wallets-ask-name =
    ✏️ <b>What should “{ $name }” be called?</b>
    Up to 32 characters. Only you see the name.
wallets-renamed = ✅ The wallet is now called <b>{ $name }</b>.
wallets-remove-ask =
    🗑 <b>Remove “{ $name }” from this bot?</b>
    The money and the cards stay at CryptoCardy, and cards go on being charged. You will get no 3DS codes or notifications for them here. With the seed you can connect the wallet again.
wallets-remove-unsaved =
    ⚠️ <b>You have not backed up the seed of “{ $name }”.</b>
    If you remove the wallet without it, nobody can reach its money and cards again, not even us.
wallets-remove-anyway = 🗑 Remove without the seed
wallets-remove-lost =
    🗑 <b>Really remove “{ $name }” without its seed?</b>
    Its money and its cards will be lost for good.
wallets-remove-go = 🗑 Remove { $name }
wallets-keep = Keep the wallet
wallets-removed = ✅ <b>“{ $name }” is removed.</b> Its seed is no longer kept here.
wallets-remove-pending = ⏳ A transfer of this wallet is still under way. Wait for its result, then remove the wallet.
