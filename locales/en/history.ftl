history-command = Payments and refunds
history-title = 🧾 <b>History</b> · page { $page }
history-empty = 🧾 <b>History</b>

    Nothing here yet. Payments, refunds and declines will appear here.
history-day = <b>{ $date }</b>
history-line = { $number }. { $sign } { $amount } · { $merchant } · { $at }
history-kind-authorization = Payment on hold
history-kind-settlement = Payment
history-kind-refund = Refund
history-kind-decline = Declined
history-no-merchant = Unknown shop
history-receipt-title = { $sign } <b>{ $amount } · { $merchant }</b>
history-receipt-kind = { $kind } · { $at }
history-receipt-card = Card: { $card }
history-receipt-place = { $place }
history-receipt-declined = Reason: { $reason }
history-receipt-3ds = 3-D Secure: { $status }
history-receipt-balance = Balance after: { $balance }
history-timeline = { $at } · { $status }
history-timeline-plain = · { $status }
history-open-card = 💳 Card
history-copy-id = 📋 Copy id
