profile-description =
    Virtual Visa and Mastercard cards, paid from crypto.

    Deposit BTC, ETH, SOL, USDT or XMR, issue a card, pay online. 3DS codes and payments arrive here as they happen; freeze a card with one press.

    Cards by CryptoCardy.
profile-short = Virtual cards paid from crypto: issue, fund, freeze, and get 3DS codes in this chat.
