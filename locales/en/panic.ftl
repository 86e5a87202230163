panic-command = Freeze everything at once
panic-button = 🚨 Freeze everything
panic-done = 🚨 <b>{ $count ->
    [0] No card is left active.
    [one] { $count } card is frozen, none is left active.
   *[other] { $count } cards are frozen, none is left active.
}</b>
panic-partly = ⚠️ <b>Not everything is frozen.</b> Press Retry: what is done is not done twice.
panic-unread = ⚠️ Wallet “{ $wallet }” — its cards could not be read
panic-card-frozen = ❄️ { $card } — frozen now
panic-card-already = ❄️ { $card } — was frozen already
panic-card-failed = ⚠️ { $card } — <b>not frozen</b>
panic-more = … and { $count ->
    [one] { $count } more card
   *[other] { $count } more cards
}
panic-no-cards = There was no card to freeze.
panic-cleared = 🔗 One-time pages no longer open, codes and links are out of the chat.
panic-not-cleared = ⚠️ One-time pages no longer open, but a code or a link may still be in the chat.
panic-locked = 🔒 The app is locked: unfreezing, card details and the seed need the PIN.
panic-no-lock = 🔓 There is no app lock: whoever holds this chat can unfreeze the cards.
panic-set-lock = 🔒 App lock
panic-cards = 💳 Cards
