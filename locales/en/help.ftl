help-text =
    ❔ <b>What you can do here</b>

    💳 <b>Get a card</b>: /newcard, choose a kind and an amount.
    📋 <b>See your cards</b>: /cards. Open one to fund it, withdraw, freeze, close it or see its details.
    📥 <b>Put money in</b>: /deposit shows an address for your coin.
    🔐 <b>Pay online</b>: the 3DS code comes here by itself; /otp lists the live ones.
    🧾 <b>See what was spent</b>: /history line by line, /stats as a chart.
    🚨 <b>Phone lost, or in someone else's hands?</b> /panic freezes every card at once; an app lock (PIN) is set in /settings.
    🚫 <b>Something is wrong with a payment</b>: press “Not me” or “Freeze” under it. Freezing takes effect at once.
    🔮 <b>Will a payment pass?</b> Open the card and ask, or type “check 2039 49.99 netflix”.
    ⌨️ <b>Type instead of pressing</b>: “freeze 2039”, “top up 2039 50”, “withdraw 20 from 2039”, “balance”, “code”, “history”, “stats”, “settings”, “freeze all”. Money moves only after you press “Confirm”.
    ❄️ <b>Freeze in a hurry</b>: /freeze. <b>Help</b>: /support.
    ⚙️ <b>Language, wallets, seed</b>: /settings, /lang.
    📶 <b>Is everything working?</b> /status.
    🛡 <b>What is kept about you</b>: /privacy. <b>As a file</b>: /export. <b>Delete it all</b>: /delete.

    Changed your mind in the middle of something? /cancel.
help-privacy =
    🛡 <b>What this bot keeps, and what it does not</b>

    <b>Encrypted (AES-256), until you remove it:</b>
    • the seeds of your wallets, a fingerprint of each, and the names you gave them
    • your Telegram id, language and settings, the rules of your cards, and of a PIN only a slow hash
    • the key with which CryptoCardy signs its notifications

    <b>Encrypted, for a while:</b>
    • last four digits, labels and settings of your cards: 90 days
    • started and finished money movements, so that none is made twice, and which message shows which payment: 30 days
    • the latest payments of each card (amount, time, shop), by which unusual ones, low balances and renewals are noticed: 90 days
    • what you are typing in answer to a question: up to 30 minutes
    • 3DS codes on their way to you: until they expire
    • notifications that could not be sent: 14 days

    <b>Never kept:</b> card numbers and CVV. They are fetched when you ask and shown in a pop-up or on a one-time page.

    <b>Who can see what</b>
    • Whoever runs this bot holds the encryption key, and so could read your seeds. Use a bot you trust.
    • Telegram sees the messages of this chat. Pop-ups leave nothing in the chat but pass through its servers.
    • CryptoCardy sees your cards, payments and deposits, and that the requests come from this bot.
    • A block explorer that you open from a deposit sees which transaction you look at, and from what internet address.

    /delete removes everything kept about you here. Money and cards stay at CryptoCardy, reachable with the seed.
help-delete = 🗑 Delete my data
help-command = What this bot can do
help-command-privacy = What is kept about you
