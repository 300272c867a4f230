### Согласованные фразы. Подписывается смысл: изменение здесь меняет книгу, и её нужно согласовать заново.
### «Мы» — отправляющая сторона. Слова в квадратных скобках — кодовые слова, их не переводят.

## Как показываются части фразы

place-read-back = { $decimal } ({ $minutes }; контрольные цифры { $digits })
unknown-phrase = Фраза { $phrase } из книги { $book } здесь неизвестна. Параметры: { $parameters }
unfit-phrase = Фраза { $phrase } передана с неподходящими параметрами. Параметры: { $parameters }

## Опасность

stop-firing-at =
    Немедленно прекратите огонь. Координаты: { $place }. { $struck ->
        [our-troops] Там находятся наши войска.
        [civilians] Там находятся гражданские лица.
        [hospital] Там находится больница.
        [medical-transport] Там находится санитарный транспорт.
        [aid-convoy] Там находится гуманитарный конвой.
        [observers] Там находятся наблюдатели.
        [ship] Там находится судно.
        [aircraft] Там находится воздушное судно.
        [power-plant] Там находится электростанция.
       *[dam] Там находится плотина.
    }
you-are-approaching =
    Вы приближаетесь к { $neared ->
        [our-troops] нашим войскам
        [our-ship] нашему судну
        [our-aircraft] нашему воздушному судну
        [our-border] нашей границе
        [protected-site] объекту, находящемуся под защитой
        [hazard-area] опасному району
       *[minefield] минному полю
    }. Координаты: { $place }. Расстояние: { $distance_m } м.
keep-clear-of =
    Держитесь в стороне. Опасность: { $hazard ->
        [mines] мины
        [unexploded-ordnance] неразорвавшиеся боеприпасы
        [firing] боевая стрельба
        [missile-launch] пуск ракеты
        [debris] падение обломков
        [fire] пожар
        [chemicals] опасные химические вещества
        [radiation] радиация
       *[flood] затопление
    }. Координаты: { $place }. Радиус: { $radius_m } м. Действует до { $until }.
change-course =
    Опасность для { $craft ->
        [aeroplane] вашего самолёта
        [helicopter] вашего вертолёта
        [drone] вашего беспилотника
        [ship] вашего судна
       *[vehicle] вашего транспортного средства
    }. Координаты: { $place }. Немедленно возьмите курс { NUMBER($heading, minimumIntegerDigits: 3) }°.
we-lost-control-of =
    Мы потеряли контроль над { $stray ->
        [drone] беспилотником
        [missile] ракетой
        [aeroplane] самолётом
        [ship] судном
        [balloon] аэростатом
       *[mine] плавающей миной
    }. Последние координаты: { $place }. Последний курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }. Это не нападение.

## Намерение

we-are-launching-aircraft =
    Мы поднимаем в воздух { $count ->
        [one] { $count } воздушное судно
        [few] { $count } воздушных судна
        [many] { $count } воздушных судов
       *[other] { $count } воздушного судна
    }. Цель: { $activity ->
        [training] учебный полёт
        [patrol] патрулирование
        [transport] перевозка
        [search-and-rescue] поиск и спасание
        [medical-evacuation] медицинская эвакуация
       *[reconnaissance] разведка
    }. Координаты: { $place }. Время: { $at }.
we-will-fire-for-training = Мы проводим только учебные стрельбы. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }. Просим держаться в стороне.
we-are-moving-convoy =
    Мы ведём колонну: { $count ->
        [one] { $count } машина
        [few] { $count } машины
        [many] { $count } машин
       *[other] { $count } машины
    }. Откуда: { $start }. Куда: { $goal }. Отправление: { $at }.
we-are-towing = Мы ведём буксировку, манёвр ограничен. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Держитесь не ближе { $distance_m } м.
search-and-rescue = Мы ищем людей, терпящих бедствие. Координаты: { $place }. Радиус: { $radius_m } м. Начало: { $at }. Просим не мешать и не стрелять там.
we-are-clearing-mines = Мы проводим разминирование. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }. Взрывы там — не нападение.

## Происшествие

accident-not-attack =
    Это был несчастный случай, а не нападение: { $accident ->
        [weapon-discharge] произошёл непреднамеренный выстрел
        [missile-malfunction] отказала ракета
        [aircraft-crash] потерпело крушение воздушное судно
        [ship-collision] столкнулись суда
        [explosion] произошёл взрыв
       *[drone-loss] потерян беспилотник
    }. Координаты: { $place }. Время: { $at }.
unintended-entry =
    Непреднамеренный заход { $craft ->
        [aeroplane] нашего самолёта
        [helicopter] нашего вертолёта
        [drone] нашего беспилотника
        [ship] нашего судна
       *[vehicle] нашего транспортного средства
    } в ваш район. Причина: { $cause ->
        [navigation-error] ошибка навигации
        [weather] погода
        [technical-failure] техническая неисправность
       *[medical-emergency] неотложный медицинский случай
    }. Координаты: { $place }. Время: { $at }. Просим не открывать огонь.
not-our-fire = Мы там огня не вели. Координаты: { $place }. Время: { $at }.
we-rescued-your-people =
    Мы спасли ваших людей: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }. Просим вызвать нас, чтобы договориться об их возвращении.

## Просьба

call-me-now = Немедленно вызовите наш пост «{ $desk }».
please-confirm-receipt =
    Просим в течение { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    } подтвердить, что наше последнее сообщение прочитано человеком.
please-explain =
    Просим в течение { $hours ->
        [one] { $hours } часа
        [few] { $hours } часов
        [many] { $hours } часов
       *[other] { $hours } часа
    } объяснить, что там произошло. Координаты: { $place }. Время: { $at }.
please-hold-fire =
    Просим временно прекратить огонь. Цель: { $purpose ->
        [evacuation] эвакуация
        [medical-help] медицинская помощь
        [recovery-of-dead] вывоз погибших
        [repair-work] ремонтные работы
       *[aid-delivery] доставка гуманитарной помощи
    }. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
please-let-pass =
    Просим пропустить: { $traveller ->
        [aid-convoy] гуманитарный конвой
        [medical-transport] санитарный транспорт
        [civilians] гражданских лиц
        [repair-crew] ремонтную бригаду
       *[observers] наблюдателей
    }. Откуда: { $start }. Куда: { $goal }. Между { $at } и { $until }.
please-say-again = Просим повторить ваше последнее сообщение. Мы не смогли его разобрать.
interpreter-needed =
    Нам нужен переводчик. Язык: { $tongue ->
        [de] немецкий
        [en] английский
        [ru] русский
       *[uk] украинский
    }.

## Ответ

message-passed-to = Мы передали ваше сообщение нашему посту «{ $desk }». Время: { $at }.
cannot-comply =
    Мы не можем выполнить вашу просьбу. Причина: { $obstacle ->
        [no-contact-with-unit] нет связи с подразделением
        [not-our-unit] это не наше подразделение
        [danger-to-our-people] опасность для наших людей
        [outside-our-authority] вне наших полномочий
       *[technical-failure] техническая неисправность
    }.
we-ceased-fire = Мы прекратили там огонь. Координаты: { $place }. Время: { $at }.
please-wait =
    Просим подождать { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Мы занимаемся вашим сообщением.
read-back = Повторяем названные вами координаты: { $place }. Всё верно?

## Линия

line-check = Проверка линии номер { $number }. Просим ответить тем же номером.
line-check-answer = Ответ на проверку линии номер { $number }. Принято.
use-other-link =
    Просим использовать другой канал связи с нами: { $link ->
        [satellite] спутник
        [radio] радио
        [telephone] телефон
        [internet] интернет
       *[courier] курьер
    }.
planned-works = Плановые работы на нашей стороне. Линия может молчать. С { $at } до { $until }. Это не приостановка работы линии.
sent-in-error = Наше сообщение от { $at } отправлено по ошибке. Просим не принимать его во внимание. Оно остаётся в журнале.
