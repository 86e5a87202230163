delete-ask =
    🗑 <b>Delete everything this bot keeps about you?</b>
delete-list =
    { $wallets ->
        [0] • your language and settings
        [one] • your wallet with its seed, your language and settings
       *[other] • your { $wallets } wallets with their seeds, your language and settings
    }
delete-list-hooks = • notifications from CryptoCardy to this chat: no more 3DS codes here
delete-consequence = Money and cards stay at CryptoCardy, and cards go on being charged. Only with the seed can you reach them again. This cannot be undone.
delete-unsaved =
    ⚠️ <b>Not backed up yet: { $names }.</b>
    If you delete now, the money and the cards there are lost for good. Back up the seed first.
delete-back-up = 🔐 Back up { $name }
delete-without-seed = 🗑 Delete without the seed
delete-lost =
    🗑 <b>Really delete everything without the seed of { $names }?</b>
    Nobody can bring this money back: neither we nor CryptoCardy.
delete-go = 🗑 Delete everything
delete-go-lost = 🗑 Delete, I lose the money
delete-keep = Keep everything
delete-nothing = 🧹 <b>There is nothing to delete.</b> This bot keeps nothing about you.
delete-done =
    🧹 <b>Everything this bot kept about you is deleted.</b>
    The messages in this chat are yours: delete the chat in Telegram if you like. /start begins anew.
delete-not-cleared = ⚠️ A code or a link may still be in this chat. The bot will not remove it any more: delete it yourself.
delete-pending = ⏳ A transfer of yours is still under way. Wait for its result, then delete.
delete-command = Delete my data
