support-command = Обратиться за помощью
support-text = 💬 <b>Поддержка</b>

    Напишите, что вы делали и что увидели.
support-without-address = 💬 <b>У этого бота не указан адрес поддержки</b>

    Спросите у того, кто дал вам этого бота. По вопросам о картах и деньгах можно обратиться в CryptoCardy: cryptocardy.com.
support-no-trouble = За последние сутки здесь всё проходило без ошибок.
support-last = Последняя ошибка: { $at }
support-number = Номер запроса поможет разобраться.
support-never = 🔒 Никому не отправляйте seed, номер карты, CVV и код 3-D Secure. Тем, кто помогает, они не нужны.
support-draft = Здравствуйте! Не прошло: { $facts }.
support-card = карта ·{ $last4 }
support-about = О чём речь: { $what }
support-status = 📶 Состояние
