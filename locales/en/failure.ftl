failure-rejected = ⚠️ CryptoCardy did not accept this. No money has moved.
failure-insufficient-funds = ⚠️ Not enough money for this. Nothing was charged.
failure-unauthorized = 🔑 CryptoCardy no longer accepts this wallet's seed, so nothing was done. Check the seed, or connect the wallet again in Settings.
failure-not-found = 🔎 CryptoCardy does not know this any more. It may have been closed or removed.
failure-conflict = ⏳ CryptoCardy is still working on an earlier request for this. Wait a moment, then look again.
failure-rate-limited = ⏳ Too many requests at the moment. No money has moved. Try again in a few seconds.
failure-rate-limited-seconds = ⏳ Too many requests at the moment. No money has moved. Try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
failure-rate-limited-minutes = ⏳ Too many requests at the moment. No money has moved. Try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
failure-queued = ⏳ Busy at the moment: your request is queued (≈ { $seconds } s). The screen comes by itself, unless you do something else first.
failure-unavailable = 📡 CryptoCardy is not answering. No money has moved. Try again in a minute.
failure-malformed = 🧩 CryptoCardy answered in a way this bot does not understand. No money has moved. Try again later.
failure-unsupported = 🚫 CryptoCardy does not offer this at the moment. Nothing has changed.
failure-provider-says = CryptoCardy says: <i>{ $text }</i>
failure-request-id = Request: <code>{ $id }</code>
failure-copy-id = 📋 Copy id
failure-support = 💬 Support
failure-unexpected = 😔 Something went wrong on our side, and we have noted it. If you were moving money, look at the balance before you repeat it. Code: <code>{ $code }</code>
failure-storage = 🛠 The bot's storage is not answering right now. What you asked for may still be done: wait two minutes and look at the result before you try again.
failure-stale = This button is from an earlier screen. Open /start and go on from there.
failure-not-yours = This belongs to a wallet that is not connected here.
failure-unknown-command = I do not know this command. /help lists what I can do.
failure-unknown-text = I did not expect a message here. Choose a button, or open /help.
failure-private-only = I work in private chats only: your money is nobody else's business.
failure-not-allowed = 🙏 This bot is private, and you are not on its list. Ask the person who runs it.
