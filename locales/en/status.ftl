status-title = 📶 <b>Status</b>
status-live = 🔔 Notifications arrive at once
status-polling = 🔁 Notifications come with a delay: the bot asks CryptoCardy from time to time
status-degraded = 🔁 Instant notifications are being restored; until then the bot asks CryptoCardy from time to time
status-last-event = Last event from CryptoCardy: { $when }
status-no-event = No events from CryptoCardy yet
status-api-up = ✅ CryptoCardy answers ({ $ms } ms)
status-api-down = 📡 CryptoCardy is not answering now: the balance and cards cannot be shown until it does
status-seed-refused = 🔑 CryptoCardy answers but does not accept this wallet's seed
status-wallet = 👛 Wallet: <b>{ $name }</b>
status-no-wallet = 👛 No wallet connected yet
status-bot = ✅ The bot works: you are reading its answer
status-paying-now = ⚡ I'm paying now
status-command = Is everything working?
status-hot = ⚡ Watching for 3DS codes every few seconds until { $time }
status-api-busy = ⏳ CryptoCardy is being asked too much at the moment; the bot waits for its turn
status-queue-empty = 📮 No message is waiting to be sent
status-queue = 📮 { $messages ->
    [one] { $messages } message is waiting
   *[other] { $messages } messages are waiting
} to be sent; yours goes out within about { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
status-renew = 🔁 Reconnect notifications
status-renewed = 🔁 Reconnected: events now come to a new address, signed with a new key. The old ones work for at least another hour, so nothing is lost.
status-renewed-later = 🔁 CryptoCardy has not confirmed the new connection yet. The bot tries again within an hour; until then it asks from time to time.
status-renewed-lately = 🔁 The connection was renewed less than { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} ago. Try again later.
