## Опасность сейчас

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
    .spoken = прекратИте огОнь

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
    .spoken = вы приближАетесь

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
    .spoken = держИтесь в сторонЕ

change-course =
    Опасность для { $craft ->
        [aeroplane] вашего самолёта
        [helicopter] вашего вертолёта
        [drone] вашего беспилотника
        [ship] вашего судна
       *[vehicle] вашего транспортного средства
    }. Координаты: { $place }. Немедленно возьмите курс { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = изменИте курс

we-lost-control-of =
    Мы потеряли контроль над { $stray ->
        [drone] беспилотником
        [missile] ракетой
        [aeroplane] самолётом
        [ship] судном
        [balloon] аэростатом
       *[mine] плавающей миной
    }. Последние координаты: { $place }. Последний курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }. Это не нападение.
    .spoken = потЕрян контрОль

laser-danger =
    Ваш лазер опасен для { $endangered ->
        [aircrew] нашего экипажа воздушного судна
        [ship] нашего судна
        [vehicle] нашего транспортного средства
       *[people] наших людей
    }. Координаты: { $place }. Время: { $at }. Просим выключить его.
    .spoken = опАсность лАзера

interference-danger =
    Радиопомехи с вашей стороны. Под воздействием: { $disturbed ->
        [command] наша радиосвязь управления
        [distress] частота бедствия
        [air-traffic] управление воздушным движением
        [navigation] спутниковая навигация
       *[radar] наша радиолокационная станция
    }. Частота: { $frequency_khz } кГц. Координаты: { $place }. Просим прекратить помехи.
    .spoken = прекратИте помЕхи

weapons-pointed-at-us =
    На наши подразделения направлены ваши { $weapon ->
        [guns] орудия
        [missile-launchers] ракетные пусковые установки
        [torpedo-tubes] торпедные аппараты
       *[fire-control-radar] радиолокаторы управления огнём
    }. Координаты: { $place }. Время: { $at }. Просим отвести их в сторону.
    .spoken = отведИте орУжие

unknown-object-towards-you =
    В вашу сторону движется { $unknown ->
        [drone] неопознанный беспилотник
        [missile] неопознанная ракета
        [aeroplane] неопознанный самолёт
        [ship] неопознанное судно
       *[balloon] неопознанный аэростат
    }. Объект не наш. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }.
    .spoken = неопОзнанный объЕкт, не наш

launched-in-error =
    Объект, по ошибке покинувший нашу сторону: { $stray ->
        [drone] беспилотник
        [missile] ракета
        [aeroplane] самолёт
        [ship] судно
        [balloon] аэростат
       *[mine] мина
    }. Это не нападение. Откуда: { $start }. Ожидаемая точка: { $goal }. Время: { $at }.
    .spoken = пуск по ошИбке, не нападЕние

fire-close-to =
    Ваш огонь ложится слишком близко. Под угрозой: { $threatened ->
        [our-troops] наши войска
        [civilians] гражданские лица
        [hospital] больница
        [school] школа
        [plant] промышленный объект
       *[ship] судно
    }. Расстояние: { $distance_m } м. Координаты: { $place }. Время: { $at }. Просим проверить и прекратить огонь.
    .spoken = огОнь слИшком блИзко

collision-risk =
    Опасность столкновения с { $craft ->
        [aeroplane] вашим самолётом
        [helicopter] вашим вертолётом
        [drone] вашим беспилотником
        [ship] вашим судном
       *[vehicle] вашим транспортным средством
    }. Расстояние: { $distance_m } м. Наибольшее сближение через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Координаты: { $place }.
    .spoken = опАсность столкновЕния

move-people-away =
    Просим вывести оттуда ваших людей. Опасность: { $hazard ->
        [mines] мины
        [unexploded-ordnance] неразорвавшиеся боеприпасы
        [firing] боевая стрельба
        [missile-launch] пуск ракеты
        [debris] падение обломков
        [fire] пожар
        [chemicals] опасные химические вещества
        [radiation] радиация
       *[flood] затопление
    }. Координаты: { $place }. Радиус: { $radius_m } м. Не позднее { $until }.
    .spoken = вЫведите людЕй

drifting-mine-sighted = Замечена плавающая мина. Координаты: { $place }. Направление дрейфа: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }.
    .spoken = плАвающая мИна

gas-cloud =
    Выброс опасного вещества: { $substance ->
        [chlorine] хлор
        [ammonia] аммиак
        [fuel] топливо
        [smoke] токсичный дым
       *[unknown] вещество неизвестно
    }. Координаты: { $place }. Облако движется в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Время: { $at }. Это не нападение.
    .spoken = опАсное Облако

danger-over = Опасность, о которой мы там сообщали, миновала. Координаты: { $place }. Время: { $at }.
    .spoken = опАсность миновАла
