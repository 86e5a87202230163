export-command = My data as a file
export-about = Everything the bot keeps about you, except what could open something: seeds, the PIN, webhook addresses. Amounts are US dollars, moments are UTC, times of the day are minutes since midnight. Payments are not here: they are kept by CryptoCardy, see History.
export-done = 📦 <b>Your data is in the file below.</b>

    Settings, wallets without their seeds, names and rules of cards, and what you did here in the last 30 days. Payments are kept by CryptoCardy: see History.
export-caption = 📦 What this bot keeps about you. Card names and amounts are readable in it: store it with care.
export-nothing = 📦 Nothing is kept about you yet.
