lock-settings = 🔒 App lock
lock-none = 🔓 <b>App lock: off</b>
lock-on = 🔒 <b>App lock: on</b>
    A right PIN opens it for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
lock-open-until = 🔓 Open at the moment; it locks { $when }.
lock-what = The PIN is asked before card details and the seed are shown, a card is unfrozen or closed, money is withdrawn, and your data is exported or deleted. Freezing never needs it.
lock-forgotten = ⚠️ A forgotten PIN cannot be restored; only the seed of a wallet that is connected when you set it lifts the lock. Keep it written down before you turn the lock on.
lock-forgot = ❔ Forgot the PIN
lock-forgot-ask = ❔ <b>Forgot the PIN?</b>
    Send the seed of a wallet that was connected when you set it, in one message. I delete it at once, and the app lock is taken off.
lock-forgot-wrong = ⚠️ <b>That is not the seed of a wallet that was connected when you set the PIN.</b> Send it once more, or cancel.
lock-forgot-done = 🔓 <b>The app lock is off.</b> The seed proved that it is you. Set a new PIN when you like.
lock-button-set = 🔒 Set a PIN
lock-button-change = ✏️ Change PIN
lock-button-off = 🔓 Turn off
lock-button-now = 🔒 Lock now
lock-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
lock-ask = 🔒 <b>Enter the PIN</b>
    You go on from here right after it.
lock-new = 🔒 <b>A new PIN: 4 digits</b>
    Press them on the keys below, do not type them as a message.
lock-repeat = 🔒 <b>The same PIN once more</b>
    The keys have changed places.
lock-differ = ⚠️ <b>The PINs do not match.</b> Start over: 4 digits.
lock-too-easy = ⚠️ <b>Too easy to guess.</b> Choose other digits than 1234 or 0000.
lock-wrong = ⚠️ <b>Wrong PIN.</b> { $left ->
    [one] { $left } try is left
   *[other] { $left } tries are left
}, then the lock stays shut for 15 minutes.
lock-barred = ⛔️ <b>Too many wrong PINs.</b> The next try is possible { $when }.

    You can still freeze every card.
lock-panic = 🚨 Freeze everything
lock-typed = PIN: { $dots }
lock-erase = ⌫ Erase
lock-stale = This keypad no longer works. Press the button you came from once more.
lock-typed-refused = 🔒 I deleted that message: a PIN must not stay in the chat. Press the keys on the keypad instead.
lock-typed-remove = 🔒 Please delete that message: a PIN must not stay in the chat. Press the keys on the keypad instead.
lock-set = 🔒 The app lock is on
lock-removed = 🔓 The app lock is off
lock-shut = 🔒 Locked
