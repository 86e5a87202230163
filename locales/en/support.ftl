support-command = Ask for help
support-text = 💬 <b>Support</b>

    Write what you did and what you saw.
support-without-address = 💬 <b>No support address is set for this bot</b>

    Ask the person who gave you the bot. About cards and money you can ask CryptoCardy: cryptocardy.com.
support-no-trouble = Nothing has failed here in the last day.
support-last = Last failure: { $at }
support-number = The request number helps to find it.
support-never = 🔒 Never send anybody your seed, a card number, CVV or a 3DS code. Nobody who helps needs them.
support-draft = Hello! This failed: { $facts }.
support-card = card ·{ $last4 }
support-about = It was about: { $what }
support-status = 📶 Status
