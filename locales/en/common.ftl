common-confirm = ✅ Confirm
common-cancel = ✖️ Cancel
common-back = ⬅️ Back
common-home = 🏠 Home
common-retry = 🔁 Retry
common-refresh = 🔄 Refresh
common-sandbox-badge = 🧪 SANDBOX · not real money
common-previous = ◀️ Newer
common-next = ▶️ More
common-deposit = 📥 Deposit
common-no-wallet = 👛 <b>A wallet comes first</b>

    There is no wallet here yet. Open a new one, or connect one you have.
common-new-wallet = 🆕 New wallet
common-have-seed = 🔑 I have a seed
common-working = ⏳ <b>In progress: { $done } of { $total }</b>
