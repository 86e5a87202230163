onboarding-network =
    💳 <b>Which network should your first card be on?</b>
    You can issue cards of both later. This only tells CryptoCardy what to prepare.
onboarding-visa = Visa
onboarding-mastercard = Mastercard
onboarding-any = Any
onboarding-asset =
    📥 <b>What will you deposit first?</b>
    Choose the coin together with its network. You can use other coins later.
onboarding-opened =
    ✅ <b>Your wallet is open.</b> Deposit { $ticker } to start.

    <code>{ $address }</code>

    Network: <b>{ $network }</b>
onboarding-already = This wallet is already open: see the message below.
onboarding-lost =
    📡 <b>CryptoCardy did not answer, so no wallet was opened here.</b>
    No money can be lost: a new wallet is empty. Try again.
onboarding-full = You already have { $count } wallets, which is as many as one person can connect. Remove one in Settings first.
onboarding-back-up = 🔐 Back up the seed
onboarding-first-card = ⏳ <b>Your first card</b> is waiting for a deposit:
onboarding-first-card-of = ⏳ <b>Your first { $network } card</b> is waiting for a deposit:
onboarding-first-card-steps =
    ✅ 1. Wallet open
    ⏳ 2. Deposit credited
    ▫️ 3. Card active: by itself, or once you fund it
onboarding-unsaved = ⚠️ <b>Back up the seed before you deposit.</b> Without it the money cannot be recovered if you lose this chat.
