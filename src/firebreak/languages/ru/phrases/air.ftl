## Авиация и воздушное пространство

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
    .spoken = поднимАем авиАцию

flight-operations = Наш корабль обеспечивает взлёт и посадку воздушных судов, манёвр ограничен. Просим держаться в стороне. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Действует до { $until }.
    .spoken = полЁты с кораблЯ

helicopter-over-stern = Над кормой нашего корабля работают вертолёты. Координаты: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Действует до { $until }.
    .spoken = вертолЁты над кормОй

aircraft-lost-radio = Наше воздушное судно { $callsign } потеряло радиосвязь. Последнее место. Координаты: { $place }. Высота: { $altitude_ft } фт. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }.
    .spoken = самолЁт без свЯзи

aircraft-is-lost = Наше воздушное судно { $callsign } потеряло ориентировку. Последнее известное место. Координаты: { $place }. Время: { $at }. Просим помочь вывести его обратно.
    .spoken = самолЁт заблудИлся

aircraft-hijacked = Воздушное судно { $callsign } захвачено. Координаты: { $place }. Высота: { $altitude_ft } фт. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Время: { $at }. На борту люди.
    .spoken = самолЁт захвАчен

we-are-intercepting = Наше воздушное судно сопровождает { $callsign } для опознавания и вывода. Координаты: { $place }. Высота: { $altitude_ft } фт. Время: { $at }. Это не нападение.
    .spoken = опознаЁм самолЁт

emergency-landing-requested =
    Наше воздушное судно { $callsign } просит посадку на вашем аэродроме через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Причина: { $cause ->
        [navigation-error] ошибка навигации
        [weather] погода
        [technical-failure] техническая неисправность
       *[medical-emergency] неотложный медицинский случай
    }. Координаты: { $place }.
    .spoken = прОсим аварИйную посАдку

landing-permitted = Вашему воздушному судну { $callsign } разрешена посадка там. Координаты: { $place }. Частота: { $frequency_khz } кГц. Действует до { $until }.
    .spoken = посАдка разрешенА

airspace-closed = Воздушное пространство на нашей стороне закрыто до высоты { $altitude_ft } фт. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
    .spoken = воздУшное прострАнство закрЫто

airspace-open = Воздушное пространство на нашей стороне снова открыто. Координаты: { $place }. Радиус: { $radius_m } м. Время: { $at }.
    .spoken = воздУшное прострАнство открЫто

overflight-requested =
    Просим разрешить пролёт { $callsign }. Цель: { $flight ->
        [medical] санитарный рейс
        [aid] гуманитарный рейс
        [rescue] поиск и спасание
        [state] рейс государственного воздушного судна
       *[civil] гражданский рейс, терпящий бедствие
    }. Откуда: { $start }. Куда: { $goal }. Между { $at } и { $until }.
    .spoken = прОсим пролЁт

overflight-granted = Пролёт { $callsign } разрешён. Высота: { $altitude_ft } фт. С { $at } до { $until }.
    .spoken = пролЁт разрешЁн

medical-flight = Санитарный рейс { $callsign }. Откуда: { $start }. Куда: { $goal }. Высота: { $altitude_ft } фт. Вылет: { $at }. Просим не открывать по нему огонь.
    .spoken = санитАрный рейс

use-this-frequency = Просим вызывать наше воздушное судно { $callsign } на частоте { $frequency_khz } кГц. Действует до { $until }.
    .spoken = рабОтайте на Этой частотЕ

navigation-disturbed = Спутниковая навигация там нарушена. Координаты в этом районе могут быть неверны. Координаты: { $place }. Радиус: { $radius_m } м. Время: { $at }.
    .spoken = спУтниковая навигАция нарУшена

air-traffic-control-down = Наше управление воздушным движением не может обслуживать это пространство. Просим задержать движение на вашей стороне. Координаты: { $place }. Радиус: { $radius_m } м. Действует до { $until }.
    .spoken = задержИте воздУшное движЕние
