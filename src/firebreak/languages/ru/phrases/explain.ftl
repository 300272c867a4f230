## Объяснения

please-explain =
    Просим в течение { $hours ->
        [one] { $hours } часа
        [few] { $hours } часов
        [many] { $hours } часов
       *[other] { $hours } часа
    } объяснить, что там произошло. Координаты: { $place }. Время: { $at }.
    .spoken = прОсим объяснИть

explain-activity =
    Просим в течение { $hours ->
        [one] { $hours } часа
        [few] { $hours } часов
        [many] { $hours } часов
       *[other] { $hours } часа
    } объяснить цель: { $seen ->
        [troops] сосредоточение войск
        [flights] необычные полёты
        [ships] сосредоточение кораблей
        [firing] стрельба
        [construction] строительство у линии
       *[jamming] радиопомехи
    }. Координаты: { $place }. Время: { $at }.
    .spoken = поЯсните дЕйствия

explanation-follows = Наше объяснение по вашему запросу от { $at } последует не позднее { $until }.
    .spoken = объяснЕние послЕдует

routine-activity = Это наша плановая деятельность, она не направлена против вас. Координаты: { $place }. С { $at } до { $until }.
    .spoken = плАновая дЕятельность

explanation-incomplete =
    Благодарим за объяснение от { $at }. Просим добавить: { $detail ->
        [purpose] цель
        [size] численность сил
        [duration] продолжительность
        [area] район
       *[unit] подразделение
    }.
    .spoken = добАвьте подрОбности

visit-offered =
    Приглашаем ваших наблюдателей посмотреть. Не больше, чем: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }.
    .spoken = приглашАем наблюдАтелей

no-such-activity = О такой деятельности с нашей стороны там нам неизвестно. Координаты: { $place }. Время: { $at }. Проверим ещё раз.
    .spoken = нам неизвЕстно

report-not-from-us =
    Сведения исходят не от нас. Источник: { $medium ->
        [television] телевидение
        [newspapers] газеты
        [social-media] социальные сети
        [radio] радио
       *[telephone-call] телефонный звонок
    }. Время: { $at }.
    .spoken = свЕдения не от нас
