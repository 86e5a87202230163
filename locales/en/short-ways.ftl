short-ways-no-card = 🔎 <b>No card ends with { $digits }</b>

    Look at the last four digits in the list of cards.
short-ways-which-card = 🔎 <b>Several cards end with { $digits }</b>

    Which one do you mean?
short-ways-fund = 💸 Fund ·{ $digits }
short-ways-withdraw = ↩️ Withdraw from ·{ $digits }
