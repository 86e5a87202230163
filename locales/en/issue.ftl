issue-command = Issue a new card
issue-any = Any
issue-network-ask = ➕ <b>New card</b>

    Which network?
issue-bin-ask = ➕ <b>Which kind of card?</b>
issue-bin-name = <b>{ $name }</b>
issue-bin-best-for = Good for: { $uses }
issue-bin-features = Works with: { $features }
issue-bin-max-transaction = One payment: up to { $limit }
issue-bin-acceptance = Accepted: { NUMBER($rate, maximumFractionDigits: 1) }%
issue-amount-ask = ➕ <b>How much to put on the new card?</b>

    { $bin }
    In the wallet: { $walletBalance }

    Choose an amount or type it.
issue-label-ask = 🏷 <b>What shall the card be called?</b>

    Only you see the name. Choose one or type your own, up to { $limit } characters.
issue-label-skip = Without a name
issue-confirm = ➕ <b>Issue a { $network } card with { $amount }?</b>

    BIN: { $bin }
    Wallet: { $walletBefore } → <b>{ $walletAfter }</b>
issue-confirm-label = Name: { $label }
issue-no-money = ➕ There is { $balance } in the wallet, and a new card takes at least $1.00. Make a deposit first.
issue-no-bins = ➕ CryptoCardy offers no new cards at the moment. Try again later.
