transfer-fund-ask = 💸 <b>How much to put on { $card }?</b>

    On the card: { $cardBalance }
    In the wallet: { $walletBalance }

    Choose an amount or type it.
transfer-withdraw-ask = ↩️ <b>How much to withdraw from { $card }?</b>

    On the card: { $cardBalance }
    In the wallet: { $walletBalance }

    Choose an amount or type it.
transfer-fund-confirm = 💸 <b>Fund { $card } with { $amount }?</b>

    Card: { $cardBefore } → <b>{ $cardAfter }</b>
    Wallet: { $walletBefore } → <b>{ $walletAfter }</b>
transfer-withdraw-confirm = ↩️ <b>Withdraw { $amount } from { $card }?</b>

    Card: { $cardBefore } → <b>{ $cardAfter }</b>
    Wallet: { $walletBefore } → <b>{ $walletAfter }</b>
transfer-unpaid = ⚠️ What is left on the card does not cover { $count ->
    [one] this payment:
   *[other] these payments:
}
transfer-wallet-empty = 💸 There is { $balance } in the wallet, and a card takes at least $1.00. Make a deposit first.
transfer-card-empty = ↩️ There is nothing on { $card } to withdraw.
