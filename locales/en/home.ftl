home-welcome =
    💳 <b>Virtual Visa and Mastercard cards, paid from crypto.</b>
    Deposit BTC, ETH, SOL, USDT or XMR, issue a card and pay online.
    3DS codes, payments and declines arrive here as they happen.

    <b>Good to know before the first deposit</b>
    • Crypto cannot be sent back out: what you deposit is spent with cards.
    • The <b>seed</b> is the key to your money. It cannot be changed or restored: whoever has it has the money.
    • CryptoCardy, a third party, issues the cards. This bot keeps your seed encrypted and talks to CryptoCardy for you.
home-new-wallet = 🆕 New wallet
home-have-seed = 🔑 I have a seed
home-balance = 💰 <b>{ $balance }</b> in the wallet
home-on-cards =
    { $cards ->
        [0] 💳 No active cards yet
        [one] 💳 { $amount } on one active card
       *[other] 💳 { $amount } on { $cards } active cards
    }
home-pending = ⏳ { $amount } on its way
home-lifetime = All time: { $deposited } deposited, { $spent } spent
home-name = 👛 Wallet: <b>{ $name }</b>
home-first-step = Next: make a deposit, then issue your first card.
home-first-step-card = Next: make a deposit. Your first card is waiting for it.
home-unsaved = ⚠️ <b>The seed is not backed up.</b> If you lose this chat, you lose the money.
home-save-seed = 🔐 Back up the seed
home-cards = 💳 Cards
home-deposit = 📥 Deposit
home-new-card = ➕ New card
home-history = 🧾 History
home-codes = 🔐 3DS codes
home-settings = ⚙️ Settings
home-switch = 👛 Wallet: { $name } ▾
home-command = Wallet and cards
home-no-card = 🔎 <b>This card is not in your wallets</b>

    The link may be somebody else's, or the card's wallet is not connected here.
home-figures = ❔ What the figures mean
home-figures-title = ❔ <b>What the figures mean</b>
home-figures-balance = 💰 <b>{ $amount }</b> in the wallet. Ready to use: new cards and funding are paid from it.
home-figures-pending = ⏳ <b>{ $amount }</b> on its way. Deposits that the network has not confirmed yet; they cannot be used so far.
home-figures-cards =
    { $cards ->
        [0] 💳 <b>{ $amount }</b> on cards. Already taken out of the wallet. No card is active.
        [one] 💳 <b>{ $amount }</b> on cards. Already taken out of the wallet; each card spends its own balance. One card is active.
       *[other] 💳 <b>{ $amount }</b> on cards. Already taken out of the wallet; each card spends its own balance. { $cards } cards are active.
    }
home-figures-deposited = 📥 <b>{ $amount }</b> deposited. All that was ever credited to this wallet.
home-figures-spent = 🧾 <b>{ $amount }</b> spent. All that ever left this wallet, as CryptoCardy counts it: money that was put on cards may be part of it.
home-figures-currency = All figures are in { $currency }, by the rate at the moment of each deposit.
home-upcoming = 📅 { $days ->
    [0] Today
    [1] Tomorrow
    [one] In { $days } day
   *[other] In { $days } days
}: { $merchant } ≈ { $amount }
home-upcoming-more = … and { $more } more
