## Маневрирование на море

we-are-towing = Мы ведём буксировку, манёвр ограничен. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Держитесь не ближе { $distance_m } м.
    .spoken = ведУ буксирОвку

do-not-cross-ahead = Просим не пересекать курс по носу нашего корабля. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = не пересекАйте мой курс

cannot-alter-course =
    Наш корабль не может изменить курс { $side ->
        [port] влево
       *[starboard] вправо
    }. Координаты: { $place }.
    .spoken = не могУ изменИть курс

steering-failure = На нашем корабле вышло из строя рулевое управление. Просим держаться в стороне. Координаты: { $place }. Время: { $at }.
    .spoken = отказАл руль

engines-stopped = Наш корабль застопорил машины. Координаты: { $place }. Время: { $at }.
    .spoken = машИны застОпорены

dangerous-operations = Проводятся опасные работы. Просим не находиться оттуда в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. Действует до { $until }.
    .spoken = опАсные рабОты

oceanographic-survey = Наше судно ведёт океанографические работы. Координаты: { $place }. Радиус: { $radius_m } м. Действует до { $until }.
    .spoken = океанографИческие рабОты

survey-gear-astern = Наше судно буксирует исследовательскую аппаратуру, { $distance_m } м за кормой. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координаты: { $place }.
    .spoken = аппаратУра за кормОй

recovering-gear =
    Наше судно поднимает на борт исследовательскую аппаратуру, это займёт { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Координаты: { $place }.
    .spoken = поднимАю аппаратУру

salvage-operations = Наше судно ведёт аварийно-спасательные работы. Координаты: { $place }. Радиус: { $radius_m } м. Действует до { $until }.
    .spoken = спасАтельные рабОты

refloating-ship = Мы снимаем судно с мели. Координаты: { $place }. Действует до { $until }.
    .spoken = снимАю сУдно с мЕли

moored-fore-and-aft = Наш корабль стоит на нескольких якорях или бочках и не может двигаться. Просим держаться в стороне. Координаты: { $place }. Радиус: { $radius_m } м.
    .spoken = стоЮ на якорЯх

anchored-with-gear-out = Наше судно стоит на якоре на большой глубине с выпущенной аппаратурой. Координаты: { $place }. Радиус: { $radius_m } м.
    .spoken = на Якоре с аппаратУрой

proceeding-to-anchor = Наш корабль следует к месту якорной стоянки. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = слЕдую к мЕсту стоЯнки

will-pass =
    Наш корабль пройдёт вдоль вашего { $side ->
        [port] левого
       *[starboard] правого
    } борта. Расстояние: { $distance_m } м. Координаты: { $place }.
    .spoken = я вас пройдУ

will-overtake =
    Наш корабль обгонит вас вдоль вашего { $side ->
        [port] левого
       *[starboard] правого
    } борта. Расстояние: { $distance_m } м. Координаты: { $place }.
    .spoken = я вас обгонЮ

formation-manoeuvring = Наше соединение маневрирует. Просим не находиться оттуда в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. Действует до { $until }.
    .spoken = соединЕние маневрИрует

will-approach-side =
    Наш корабль подойдёт к вашему { $side ->
        [port] левому
       *[starboard] правому
    } борту на { $distance_m } м. Координаты: { $place }.
    .spoken = подойдУ к вАшему бОрту

will-cross-astern = Наш корабль пересечёт ваш курс за кормой в { $distance_m } м. Координаты: { $place }.
    .spoken = пройдУ за кормОй

turning-soon =
    Наш корабль через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    } повернёт { $side ->
        [port] влево
       *[starboard] вправо
    }. Новый курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координаты: { $place }.
    .spoken = скОро поворАчиваю

formation-turning =
    Наше соединение готовится изменить курс { $side ->
        [port] влево
       *[starboard] вправо
    }. Новый курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координаты: { $place }.
    .spoken = соединЕние поворАчивает

manoeuvring-exercise = Мы отрабатываем маневрирование. Находиться внутри строя опасно. Координаты: { $place }. Радиус: { $radius_m } м. Действует до { $until }.
    .spoken = не входИте в строй

about-to-submerge = Наша подводная лодка готовится к погружению. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }.
    .spoken = готОвлюсь к погружЕнию

submarine-surfacing =
    Там в течение { $minutes ->
        [one] { $minutes } минуты
        [few] { $minutes } минут
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    } всплывёт наша подводная лодка. Просим держаться в стороне. Координаты: { $place }. Радиус: { $radius_m } м.
    .spoken = всплывЁт подвОдная лОдка

request-course-and-speed = Просим сообщить курс, скорость и намерение вашего корабля при расхождении. Координаты: { $place }. Время: { $at }.
    .spoken = сообщИте курс и скОрость

fishery-patrol = Наш корабль несёт рыбоохранную службу. Координаты: { $place }. С { $at } до { $until }.
    .spoken = рыбоохрАнный дозОр

replenishment-at-sea = Наши корабли принимают запасы на ходу, манёвр ограничен. Просим держаться в стороне. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Действует до { $until }.
    .spoken = пополнЕние на ходУ

boats-launching = Наш корабль маневрирует для спуска или подъёма катеров. Просим держаться в стороне. Координаты: { $place }. Радиус: { $radius_m } м. Действует до { $until }.
    .spoken = спускАю катерА
