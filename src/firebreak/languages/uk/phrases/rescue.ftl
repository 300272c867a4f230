## Лихо й рятування

search-and-rescue = Ми шукаємо людей, які зазнають лиха. Координати: { $place }. Радіус: { $radius_m } м. Початок: { $at }. Просимо не заважати й не стріляти там.
    .spoken = пОшук і рятувАння

we-rescued-your-people =
    Ми врятували ваших людей: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }. Просимо викликати нас, щоб домовитися про їхнє повернення.
    .spoken = ми врятувАли вАших людЕй

craft-in-distress =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } зазнає лиха. Людей на борту: { $people }. Координати: { $place }. Час: { $at }. Просимо допомогти.
    .spoken = мейдЕй, зазнаЄмо лИха

person-overboard =
    За бортом { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }. Просимо вести спостереження.
    .spoken = людИна за бОртом

medical-help-needed =
    Потрібна медична допомога. Постраждалі: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }.
    .spoken = потрІбна медИчна допомОга

tow-needed = Наше судно позбавлене можливості керуватися, потрібне буксирування. Координати: { $place }. Дрейф: { NUMBER($heading, minimumIntegerDigits: 3) }°, { $speed_kn } вуз.
    .spoken = потрІбне буксирувАння

abandoning-ship = Ми залишаємо судно. Людей у шлюпках і на плотах: { $people }. Координати: { $place }. Час: { $at }.
    .spoken = залишАємо сУдно

join-search-please = Просимо взяти участь у пошуку зниклих. Кількість: { $people }. Координати: { $place }. Радіус: { $radius_m } м. Зникли { $at }.
    .spoken = прОсимо допомогтИ в пОшуку

we-join-search =
    { $craft ->
        [aeroplane] Наш літак
        [helicopter] Наш вертоліт
        [drone] Наш безпілотник
        [ship] Наше судно
       *[vehicle] Наш транспортний засіб
    } бере участь у пошуку й буде там через { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Координати: { $place }.
    .spoken = беремО Участь у пОшуку

search-coordinator = Пошук координує наш пост «{ $desk }». Частота: { $frequency_khz } кГц. Координати: { $place }.
    .spoken = ми координУємо пОшук

search-ended =
    Пошук там закінчено. Врятовано: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }.
    .spoken = пОшук закІнчено

no-one-found = Пошук там закінчено. Нікого не знайдено. Координати: { $place }. Час: { $at }.
    .spoken = нікОго не знАйдено
