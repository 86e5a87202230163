common-confirm = ✅ Confirm
common-cancel = ✖️ Cancel
common-back = ⬅️ Back
common-home = 🏠 Home
common-retry = 🔁 Retry
common-refresh = 🔄 Refresh
common-sandbox-badge = 🧪 SANDBOX · not real money
