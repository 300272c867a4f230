## Бедствие и спасание

search-and-rescue = Мы ищем людей, терпящих бедствие. Координаты: { $place }. Радиус: { $radius_m } м. Начало: { $at }. Просим не мешать и не стрелять там.
    .spoken = пОиск и спасАние

we-rescued-your-people =
    Мы спасли ваших людей: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }. Просим вызвать нас, чтобы договориться об их возвращении.
    .spoken = мы спаслИ вАших людЕй

craft-in-distress =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } терпит бедствие. Людей на борту: { $people }. Координаты: { $place }. Время: { $at }. Просим помочь.
    .spoken = мэйдЭй, тЕрпим бЕдствие

person-overboard =
    За бортом { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }. Просим вести наблюдение.
    .spoken = человЕк за бОртом

medical-help-needed =
    Нужна медицинская помощь. Пострадавшие: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }.
    .spoken = нужнА медицИнская пОмощь

tow-needed = Наше судно лишено возможности управляться, нужна буксировка. Координаты: { $place }. Дрейф: { NUMBER($heading, minimumIntegerDigits: 3) }°, { $speed_kn } уз.
    .spoken = нужнА буксирОвка

abandoning-ship = Мы оставляем судно. Людей в шлюпках и на плотах: { $people }. Координаты: { $place }. Время: { $at }.
    .spoken = оставлЯем сУдно

join-search-please = Просим участвовать в поиске пропавших. Число: { $people }. Координаты: { $place }. Радиус: { $radius_m } м. Пропали { $at }.
    .spoken = прОсим помОчь в пОиске

we-join-search =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } участвует в поиске и будет там через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Координаты: { $place }.
    .spoken = учАствуем в пОиске

search-coordinator = Поиск координирует наш пост «{ $desk }». Частота: { $frequency_khz } кГц. Координаты: { $place }.
    .spoken = мы координИруем пОиск

search-ended =
    Поиск там закончен. Спасено: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }.
    .spoken = пОиск закОнчен

no-one-found = Поиск там закончен. Никто не найден. Координаты: { $place }. Время: { $at }.
    .spoken = никтО не нАйден
