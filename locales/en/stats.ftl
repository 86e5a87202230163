stats-command = What was spent, with a chart
stats-title = 📊 <b>{ $month }: { $spent } spent</b>
stats-empty = 📊 <b>{ $month }: nothing spent</b>

    There were no payments in this month, nor in the five before it.
stats-card = Card: { $card }
stats-one-card = one card
stats-payments = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}
stats-refunded = Refunds, taken off already: { $refunded }
stats-regular = Regular (same shop, about the same amount as last month): { $regular } · the rest: { $other }
stats-same = As much as in { $month }
stats-more = { $amount } more than in { $month } ({ $before })
stats-less = { $amount } less than in { $month } ({ $before })
stats-same-by-now = As much as by the same day of { $month }
stats-more-by-now = { $amount } more than by the same day of { $month } ({ $before })
stats-less-by-now = { $amount } less than by the same day of { $month } ({ $before })
stats-by-category = By category
stats-by-shop = By shop
stats-category-title = <b>By category</b>
stats-shop-title = <b>By shop</b>
stats-month-title = <b>By month</b>
stats-line = { $name }: { $amount }
stats-line-percent = { $name }: { $amount } · { $percent }%
stats-month = { $month } { $spent }
stats-rest = Everything else
stats-no-category = Without a category
stats-no-shop = Unknown shop
stats-numbered = No. { $number } of the list
stats-since = <i>There are too many payments to read them all: counted since { $day }.</i>
stats-zone = <i>Days are counted in { $zone }. Holds count as spent.</i>
stats-earlier = ◀️ { $month }
stats-later = { $month } ▶️
stats-history = 🧾 History
stats-all-cards = 💳 All cards
