cancel-done = 👌 <b>Отменено.</b> Ничего не изменилось.
cancel-nothing = Отменять нечего.
cancel-command = Прервать начатое
