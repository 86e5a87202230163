seed-backup =
    🔐 <b>Write down the seed of your wallet.</b>
    It is the only key to your money. It cannot be changed or restored.

    1. Press “Show seed”: it appears in a pop-up, and nothing stays in the chat.
    2. Write it on paper. A screenshot can leak.
    3. Press “I wrote it down”.
seed-backup-named = Wallet: <b>{ $name }</b>
seed-show = 👁 Show seed
seed-written = ✍️ I wrote it down
seed-alert =
    { $seed }

    Write it on paper and show it to nobody: whoever has it has your money.
seed-check =
    ✍️ <b>Type the last 4 characters of the seed.</b>
    I compare them with the seed and delete your message.
seed-right = ✅ <b>The seed is backed up.</b> Keep the paper where only you can find it.
seed-wrong =
    { $left ->
        [one] ❌ <b>That is not the end of this seed.</b> One more try, then look at the seed again.
       *[other] ❌ <b>That is not the end of this seed.</b> { $left } tries left.
    }
seed-wrong-too-often = ❌ <b>That is not the end of this seed either.</b> Look at the seed again and compare it with what you wrote.
seed-import =
    🔑 <b>Send me your seed in one message.</b>
    It looks like <code>a1b2-c3d4-e5f6-7890</code>. I delete the message at once and keep the seed encrypted.

    Only connect a seed here if you trust whoever runs this bot.
seed-caught =
    🔑 <b>That looks like a seed, so I deleted your message.</b>
    Shall I connect this wallet? If you do nothing, I forget the seed in { $minutes } minutes.
seed-caught-not-deleted =
    ⚠️ <b>That looks like a seed, and I could not delete your message.</b> Please delete it yourself.
    Shall I connect this wallet? If you do nothing, I forget the seed in { $minutes } minutes.
seed-connect = 🔑 Connect this wallet
seed-forget = Forget it
seed-forgotten = 🧹 <b>Forgotten.</b> The seed was not kept.
seed-too-late = ⌛ <b>I have already forgotten that seed.</b> Send it again if you want to connect the wallet.
seed-connected =
    ✅ <b>The wallet is connected.</b> Balance: { $balance }
seed-unusual = ℹ️ This seed does not have the usual form, but CryptoCardy accepts it.
seed-shared = ⚠️ <b>Somebody else has connected this seed here too.</b> They can spend the same money. If you did not expect that, deposit nothing more and spend what is left.
seed-invalid =
    ❌ <b>This seed was not accepted.</b> CryptoCardy knows no such wallet.
    A seed looks like <code>a1b2-c3d4-e5f6-7890</code>: four groups of four, digits and letters a–f. Check it and send it again.
seed-already = ℹ️ <b>You have connected this wallet already.</b>
seed-slow-down = ⏳ <b>Too many tries.</b> You can try again { $when }.
seed-unreachable =
    📡 <b>CryptoCardy is not answering, so the seed could not be checked.</b>
    I did not keep it. Send it again in a minute.
seed-not-text = I am waiting for the seed as a text message. /cancel if you changed your mind.
seed-delete-yourself = ⚠️ I could not delete your message with the seed. Please delete it yourself.
