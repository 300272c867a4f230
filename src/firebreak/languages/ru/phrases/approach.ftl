## Сближение

your-craft-is-close =
    { $craft ->
        [aeroplane] Ваш самолёт
        [helicopter] Ваш вертолёт
        [drone] Ваш беспилотник
        [ship] Ваше судно
       *[vehicle] Ваше транспортное средство
    } находится близко к нашим подразделениям. Расстояние: { $distance_m } м. Пеленг от нас: { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. Время: { $at }.
    .spoken = вы блИзко от нас

please-keep-distance =
    Просим держать { $craft ->
        [aeroplane] ваш самолёт
        [helicopter] ваш вертолёт
        [drone] ваш беспилотник
        [ship] ваше судно
       *[vehicle] ваше транспортное средство
    } не ближе { $distance_m } м от нас. Координаты: { $place }.
    .spoken = держИте дистАнцию

we-keep-distance =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } держится не ближе { $distance_m } м от вас. Координаты: { $place }.
    .spoken = мы дЕржим дистАнцию

closest-approach =
    Наибольшее сближение { $craft ->
        [aeroplane] вашего самолёта
        [helicopter] вашего вертолёта
        [drone] вашего беспилотника
        [ship] вашего судна
       *[vehicle] вашего транспортного средства
    } с нами: { $distance_m } м. Координаты: { $place }. Время: { $at }.
    .spoken = наибОльшее сближЕние

we-are-observing =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } ведёт наблюдение с расстояния и не будет мешать. Координаты: { $place }. С { $at } до { $until }.
    .spoken = мы ведЁм наблюдЕние

your-manoeuvre-was-dangerous =
    Манёвр { $craft ->
        [aeroplane] вашего самолёта
        [helicopter] вашего вертолёта
        [drone] вашего беспилотника
        [ship] вашего судна
       *[vehicle] вашего транспортного средства
    } создал для нас опасность. Расстояние: { $distance_m } м. Координаты: { $place }. Время: { $at }. Просим не допускать повторения.
    .spoken = ваш манЁвр опАсен

state-your-intentions =
    Каковы намерения { $craft ->
        [aeroplane] вашего самолёта
        [helicopter] вашего вертолёта
        [drone] вашего беспилотника
        [ship] вашего судна
       *[vehicle] вашего транспортного средства
    }? Координаты: { $place }. Время: { $at }.
    .spoken = каковЫ вАши намЕрения

we-keep-course-and-speed =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } сохраняет курс и скорость. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Скорость: { $speed_kn } уз. Координаты: { $place }.
    .spoken = сохранЯем курс и скОрость

we-are-turning-away =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } отворачивает от вас. Новый курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координаты: { $place }.
    .spoken = мы отворАчиваем

identify-craft =
    Это ваш объект: { $craft ->
        [aeroplane] самолёт
        [helicopter] вертолёт
        [drone] беспилотник
        [ship] судно
       *[vehicle] транспортное средство
    }? Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }.
    .spoken = Это ваш объЕкт

craft-is-ours =
    Этот объект наш: { $craft ->
        [aeroplane] самолёт
        [helicopter] вертолёт
        [drone] беспилотник
        [ship] судно
       *[vehicle] транспортное средство
    }. Позывной: { $callsign }. Координаты: { $place }.
    .spoken = Это наш объЕкт

craft-is-not-ours =
    Этот объект не наш: { $craft ->
        [aeroplane] самолёт
        [helicopter] вертолёт
        [drone] беспилотник
        [ship] судно
       *[vehicle] транспортное средство
    }. Координаты: { $place }. Время: { $at }.
    .spoken = Это не наш объЕкт

we-stay-on-our-side =
    { $craft ->
        [aeroplane] Наш самолёт
        [helicopter] Наш вертолёт
        [drone] Наш беспилотник
        [ship] Наше судно
       *[vehicle] Наше транспортное средство
    } будет вблизи разделяющей нас линии и не пересечёт её. Координаты: { $place }. С { $at } до { $until }.
    .spoken = мы не пересечЁм лИнию
