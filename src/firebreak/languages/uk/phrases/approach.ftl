## Зближення

your-craft-is-close =
    { $craft ->
        [aeroplane] Ваш літак
        [helicopter] Ваш вертоліт
        [drone] Ваш безпілотник
        [ship] Ваше судно
       *[vehicle] Ваш транспортний засіб
    } перебуває близько до наших підрозділів. Відстань: { $distance_m } м. Пеленг від нас: { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. Час: { $at }.
    .spoken = ви блИзько від нас

please-keep-distance =
    Просимо тримати { $craft ->
        [aeroplane] ваш літак
        [helicopter] ваш вертоліт
        [drone] ваш безпілотник
        [ship] ваше судно
       *[vehicle] ваш транспортний засіб
    } не ближче ніж за { $distance_m } м від нас. Координати: { $place }.
    .spoken = тримАйте дистАнцію

we-keep-distance =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } тримається не ближче ніж за { $distance_m } м від вас. Координати: { $place }.
    .spoken = ми тримАємо дистАнцію

closest-approach =
    Найбільше зближення { $craft ->
        [aeroplane] вашого літака
        [helicopter] вашого вертольота
        [drone] вашого безпілотника
        [ship] вашого судна
       *[vehicle] вашого транспортного засобу
    } з нами: { $distance_m } м. Координати: { $place }. Час: { $at }.
    .spoken = найбІльше зблИження

we-are-observing =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } веде спостереження з відстані й не заважатиме. Координати: { $place }. З { $at } до { $until }.
    .spoken = ми ведемО спостерЕження

your-manoeuvre-was-dangerous =
    Маневр { $craft ->
        [aeroplane] вашого літака
        [helicopter] вашого вертольота
        [drone] вашого безпілотника
        [ship] вашого судна
       *[vehicle] вашого транспортного засобу
    } створив для нас небезпеку. Відстань: { $distance_m } м. Координати: { $place }. Час: { $at }. Просимо не допускати повторення.
    .spoken = ваш манЕвр небезпЕчний

state-your-intentions =
    Які наміри має { $craft ->
        [aeroplane] ваш літак
        [helicopter] ваш вертоліт
        [drone] ваш безпілотник
        [ship] ваше судно
       *[vehicle] ваш транспортний засіб
    }? Координати: { $place }. Час: { $at }.
    .spoken = якІ вАші нАміри

we-keep-course-and-speed =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } зберігає курс і швидкість. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Швидкість: { $speed_kn } вуз. Координати: { $place }.
    .spoken = зберігАємо курс і швИдкість

we-are-turning-away =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } відвертає від вас. Новий курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координати: { $place }.
    .spoken = ми відвертАємо

identify-craft =
    Це ваш об’єкт: { $craft ->
        [aeroplane] літак
        [helicopter] вертоліт
        [drone] безпілотник
        [ship] судно
       *[vehicle] транспортний засіб
    }? Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }.
    .spoken = це ваш об’Єкт

craft-is-ours =
    Цей об’єкт наш: { $craft ->
        [aeroplane] літак
        [helicopter] вертоліт
        [drone] безпілотник
        [ship] судно
       *[vehicle] транспортний засіб
    }. Позивний: { $callsign }. Координати: { $place }.
    .spoken = це наш об’Єкт

craft-is-not-ours =
    Цей об’єкт не наш: { $craft ->
        [aeroplane] літак
        [helicopter] вертоліт
        [drone] безпілотник
        [ship] судно
       *[vehicle] транспортний засіб
    }. Координати: { $place }. Час: { $at }.
    .spoken = це не наш об’Єкт

we-stay-on-our-side =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } буде поблизу лінії, що нас розділяє, і не перетне її. Координати: { $place }. З { $at } до { $until }.
    .spoken = ми не перетнемО лІнію
