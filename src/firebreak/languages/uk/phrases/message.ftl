## Про повідомлення

please-confirm-receipt =
    Просимо протягом { $minutes ->
        [one] { $minutes } хвилини
        [few] { $minutes } хвилин
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    } підтвердити, що наше останнє повідомлення прочитала людина.
    .spoken = підтвердІть прийОм

please-say-again = Просимо повторити ваше останнє повідомлення. Ми не змогли його розібрати.
    .spoken = повторІть

message-passed-to = Ми передали ваше повідомлення нашому посту «{ $desk }». Час: { $at }.
    .spoken = повідОмлення пЕредано

cannot-comply =
    Ми не можемо виконати ваше прохання. Причина: { $obstacle ->
        [no-contact-with-unit] немає зв’язку з підрозділом
        [not-our-unit] це не наш підрозділ
        [danger-to-our-people] небезпека для наших людей
        [outside-our-authority] поза нашими повноваженнями
       *[technical-failure] технічна несправність
    }.
    .spoken = не мОжемо вИконати

please-wait =
    Просимо зачекати { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Ми опрацьовуємо ваше повідомлення.
    .spoken = зачекАйте

read-back = Повторюємо названі вами координати: { $place }. Усе правильно?
    .spoken = повтОрюємо координАти

sent-in-error = Наше повідомлення від { $at } надіслано помилково. Просимо не брати його до уваги. Воно лишається в журналі.
    .spoken = надІслано помилкОво

understood = Ваше повідомлення від { $at } отримали й зрозуміли.
    .spoken = отрИмали, зрозумІли

received-not-understood = Ваше повідомлення від { $at } отримали, але не зрозуміли.
    .spoken = отрИмали, не зрозумІли

we-will-comply = Виконаємо ваше прохання від { $at }. Строк: { $until }.
    .spoken = вИконаємо

done-as-asked = Ваше прохання від { $at } виконано о { $done }.
    .spoken = вИконано

position-right = Ви повторили координати правильно. Координати: { $place }.
    .spoken = координАти прАвильні

position-wrong = Ви повторили координати неправильно. Правильні координати далі. Координати: { $place }.
    .spoken = координАти непрАвильні

time-wrong = Час { $at } вказано неправильно. Правильно: { $right }.
    .spoken = час непрАвильний

answer-by = Відповімо на ваше повідомлення від { $at } не пізніше { $until }.
    .spoken = вІдповідь бУде

please-answer-by = На наше повідомлення від { $at } ще немає відповіді. Просимо відповісти до { $until }.
    .spoken = прОсимо відповістИ

please-send-position =
    Просимо повідомити координати { $craft ->
        [aeroplane] вашого літака
        [helicopter] вашого вертольота
        [drone] вашого безпілотника
        [ship] вашого судна
       *[vehicle] вашого транспортного засобу
    }. Час: { $at }.
    .spoken = повідОмте координАти

here-is-our-position =
    Місце { $craft ->
        [aeroplane] нашого літака
        [helicopter] нашого вертольота
        [drone] нашого безпілотника
        [ship] нашого судна
       *[vehicle] нашого транспортного засобу
    }. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Швидкість: { $speed_kn } вуз. Час: { $at }.
    .spoken = нАші координАти

please-pass-on =
    Просимо протягом { $minutes ->
        [one] { $minutes } хвилини
        [few] { $minutes } хвилин
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    } передати наше останнє повідомлення: «{ $desk }».
    .spoken = передАйте дАлі

being-stopped =
    Ми зараз припиняємо це там. Це займе { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Координати: { $place }.
    .spoken = припинЯємо

translation-follows =
    Переклад нашого повідомлення від { $at } буде до { $until }. Мова: { $tongue ->
        [de] німецька
        [en] англійська
        [ru] російська
       *[uk] українська
    }.
    .spoken = перЕклад бУде
