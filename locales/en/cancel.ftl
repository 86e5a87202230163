cancel-done = 👌 <b>Cancelled.</b> Nothing was changed.
cancel-nothing = There is nothing to cancel.
cancel-command = Leave what is being asked
