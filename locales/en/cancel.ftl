cancel-done = 👌 <b>Cancelled.</b> Nothing was changed.
cancel-nothing = There is nothing to cancel.
cancel-command = Stop what you have started
