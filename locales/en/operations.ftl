operations-title-issue = Issue a card with { $amount }
operations-title-fund = Fund { $card } with { $amount }
operations-title-withdraw = Withdraw { $amount } from { $card }
operations-title-close = Close { $card }
operations-working = ⏳ <b>{ $what }</b>

    In progress. The result will appear here.
operations-issued = ✅ <b>The card { $card } is ready</b>

    Balance: { $balance }. Its number is under “Details”.
operations-issued-plain = ✅ <b>The card is ready</b>

    { $amount } is on it. You will find it under “Cards”.
operations-funded = ✅ <b>{ $card } is funded with { $amount }</b>
operations-withdrawn = ✅ <b>{ $amount } withdrawn from { $card }</b>
operations-card-balance = On the card: { $balance }
operations-wallet-balance = In the wallet: { $balance }
operations-closed = ✅ <b>{ $card } is closed</b>
operations-refunded = Returned to the wallet: { $amount }
operations-refused = ❌ <b>Not done: { $what }</b>
operations-unknown = ❔ <b>{ $what }</b>

    CryptoCardy has not answered, and it is not yet clear whether this was done. The bot will not repeat it by itself; it keeps checking and will show the result here. Please do not repeat it for now.
operations-cancelled = ✖️ Cancelled. Nothing has moved.
operations-kept = 💳 The card stays open.
operations-expired = This question has expired. Please start again.
