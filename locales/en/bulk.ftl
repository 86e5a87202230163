bulk-title = ☑️ <b>Several cards</b> · { $count ->
    [0] none chosen
    [one] { $count } chosen
   *[other] { $count } chosen
}
bulk-hint = Tick the cards, up to { $most }, then choose what to do with all of them.
bulk-line = { $sign } { $card }
bulk-whole-page = ☑️ Whole page
bulk-none = ⬜ Untick all
bulk-freeze = ❄️ Freeze { $count }
bulk-limit = 📊 Set limit ({ $count })
bulk-fund = 💸 Fund each ({ $count })
bulk-too-many = At most { $most } cards at once.
bulk-closed = This card is closed.
bulk-nobody = ☑️ No cards are chosen.
bulk-frozen = ❄️ <b>Frozen: { $done } of { $total }</b>
bulk-limited = 📊 <b>Monthly limit of { $limit }: set on { $done } of { $total }</b>
bulk-line-frozen = ✅ { $card }: frozen
bulk-line-already = ✅ { $card }: was frozen already
bulk-line-limited = ✅ { $card }: up to { $limit } a month
bulk-line-failed = ❌ { $card }: { $reason }
bulk-line-waiting = ⏳ { $card }: in progress
bulk-line-unknown = ❔ { $card }: not yet clear, the bot keeps checking
bulk-line-expired = ✖️ { $card }: not funded, the question had expired
bulk-line-funded = ✅ { $card }: +{ $amount }
bulk-line-funded-to = ✅ { $card }: +{ $amount }, now { $balance }
bulk-reason-away = CryptoCardy did not answer
bulk-reason-funds = not enough money in the wallet
bulk-reason-missing = there is no such card any more
bulk-reason-refused = CryptoCardy refused
bulk-limit-ask = { $count ->
    [one] 📊 <b>Which monthly limit for { $count } card?</b>
   *[other] 📊 <b>Which monthly limit for each of { $count } cards?</b>
}
bulk-limit-hint = Choose a limit or type it. It can be changed later, but not taken off.
bulk-fund-ask = { $count ->
    [one] 💸 <b>How much to put on { $count } card?</b>
   *[other] 💸 <b>How much to put on each of { $count } cards?</b>
}
    In the wallet: { $wallet }
bulk-fund-hint = Choose an amount or type it. Every card gets the same.
bulk-fund-too-little = { $count ->
    [one] 💸 There is { $wallet } in the wallet; { $count } card takes at least { $least }. Make a deposit first.
   *[other] 💸 There is { $wallet } in the wallet; { $count } cards take at least { $least }. Choose fewer cards or make a deposit first.
}
bulk-fund-confirm = { $count ->
    [one] 💸 <b>Fund { $count } card with { $amount }: { $total } in all?</b>
   *[other] 💸 <b>Fund { $count } cards with { $amount } each: { $total } in all?</b>
}
bulk-fund-line = { $card }: { $before } → <b>{ $after }</b>
bulk-fund-wallet = Wallet: { $before } → <b>{ $after }</b>
bulk-funding = ⏳ <b>Funding: { $done } of { $total }</b>
bulk-funded = 💸 <b>Funded: { $done } of { $total }, { $moved } in all</b>
