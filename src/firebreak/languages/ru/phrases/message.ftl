## О сообщениях

please-confirm-receipt =
    Просим в течение { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    } подтвердить, что наше последнее сообщение прочитано человеком.
    .spoken = подтвердИте приЁм

please-say-again = Просим повторить ваше последнее сообщение. Мы не смогли его разобрать.
    .spoken = повторИте

message-passed-to = Мы передали ваше сообщение нашему посту «{ $desk }». Время: { $at }.
    .spoken = сообщЕние пЕредано

cannot-comply =
    Мы не можем выполнить вашу просьбу. Причина: { $obstacle ->
        [no-contact-with-unit] нет связи с подразделением
        [not-our-unit] это не наше подразделение
        [danger-to-our-people] опасность для наших людей
        [outside-our-authority] вне наших полномочий
       *[technical-failure] техническая неисправность
    }.
    .spoken = не мОжем вЫполнить

please-wait =
    Просим подождать { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Мы занимаемся вашим сообщением.
    .spoken = подождИте

read-back = Повторяем названные вами координаты: { $place }. Всё верно?
    .spoken = повторЯем координАты

sent-in-error = Наше сообщение от { $at } отправлено по ошибке. Просим не принимать его во внимание. Оно остаётся в журнале.
    .spoken = отпрАвлено по ошИбке

understood = Ваше сообщение от { $at } получили и поняли.
    .spoken = получИли, пОняли

received-not-understood = Ваше сообщение от { $at } получили, но не поняли.
    .spoken = получИли, не пОняли

we-will-comply = Выполним вашу просьбу от { $at }. Срок: { $until }.
    .spoken = вЫполним

done-as-asked = Ваша просьба от { $at } выполнена в { $done }.
    .spoken = вЫполнено

position-right = Вы повторили координаты правильно. Координаты: { $place }.
    .spoken = координАты вЕрны

position-wrong = Вы повторили координаты неправильно. Правильные координаты следуют. Координаты: { $place }.
    .spoken = координАты невЕрны

time-wrong = Время { $at } указано неверно. Правильно: { $right }.
    .spoken = врЕмя невЕрно

answer-by = Ответим на ваше сообщение от { $at } не позднее { $until }.
    .spoken = отвЕт бУдет

please-answer-by = На наше сообщение от { $at } ещё нет ответа. Просим ответить до { $until }.
    .spoken = прОсим отвЕтить

please-send-position =
    Просим сообщить координаты { $craft ->
        [aeroplane] вашего самолёта
        [helicopter] вашего вертолёта
        [drone] вашего беспилотника
        [ship] вашего судна
       *[vehicle] вашего транспортного средства
    }. Время: { $at }.
    .spoken = сообщИте координАты

here-is-our-position =
    Место { $craft ->
        [aeroplane] нашего самолёта
        [helicopter] нашего вертолёта
        [drone] нашего беспилотника
        [ship] нашего судна
       *[vehicle] нашего транспортного средства
    }. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Скорость: { $speed_kn } уз. Время: { $at }.
    .spoken = нАши координАты

please-pass-on =
    Просим в течение { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    } передать наше последнее сообщение: «{ $desk }».
    .spoken = передАйте дАльше

being-stopped =
    Мы сейчас прекращаем это там. Это займёт { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Координаты: { $place }.
    .spoken = прекращАем

translation-follows =
    Перевод нашего сообщения от { $at } последует до { $until }. Язык: { $tongue ->
        [de] немецкий
        [en] английский
        [ru] русский
       *[uk] украинский
    }.
    .spoken = перевОд послЕдует
