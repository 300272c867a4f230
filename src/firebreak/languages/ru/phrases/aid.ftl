## Помощь и объекты под защитой

please-let-pass =
    Просим пропустить: { $traveller ->
        [aid-convoy] гуманитарный конвой
        [medical-transport] санитарный транспорт
        [civilians] гражданских лиц
        [repair-crew] ремонтную бригаду
       *[observers] наблюдателей
    }. Откуда: { $start }. Куда: { $goal }. Между { $at } и { $until }.
    .spoken = прОсим пропустИть

protected-site =
    Там находится объект под защитой: { $site ->
        [hospital] больница
        [school] школа
        [shelter] убежище для гражданских лиц
        [camp] лагерь для перемещённых лиц
        [water-works] водопроводная станция
        [food-store] продовольственный склад
        [culture] культурные ценности
       *[prison] место содержания под стражей
    }. Просим беречь его. Координаты: { $place }. Радиус: { $radius_m } м.
    .spoken = объЕкт под защИтой

protected-site-confirmed = Объект под защитой, о котором мы там сообщали, по-прежнему действует. Координаты: { $place }. Подтвердим его снова не позднее { $until }.
    .spoken = объЕкт ещЁ под защИтой

protected-site-closed = Объект под защитой, о котором мы там сообщали, больше не используется. Координаты: { $place }. Время: { $at }.
    .spoken = объЕкт закрЫт

aid-convoy-route =
    Гуманитарный конвой { $callsign }: { $count ->
        [one] { $count } машина
        [few] { $count } машины
        [many] { $count } машин
       *[other] { $count } машины
    }. Откуда: { $start }. Куда: { $goal }. Отправление: { $at }. Просим не открывать по нему огонь.
    .spoken = гуманитАрный конвОй

convoy-arrived = Конвой { $callsign } прибыл. Координаты: { $place }. Время: { $at }.
    .spoken = конвОй прИбыл

convoy-delayed =
    Конвой { $callsign } задерживается на { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }. Координаты: { $place }.
    .spoken = конвОй задЕрживается

convoy-stopped = Конвой { $callsign } остановлен на вашей стороне. Просим пропустить его дальше. Координаты: { $place }. Время: { $at }.
    .spoken = конвОй останОвлен

passage-granted =
    Мы пропустим: { $traveller ->
        [aid-convoy] гуманитарный конвой
        [medical-transport] санитарный транспорт
        [civilians] гражданских лиц
        [repair-crew] ремонтную бригаду
       *[observers] наблюдателей
    }. Откуда: { $start }. Куда: { $goal }. Между { $at } и { $until }.
    .spoken = проЕзд разрешЁн

corridor-open = Гуманитарный коридор открыт. Откуда: { $start }. Куда: { $goal }. С { $at } до { $until }.
    .spoken = коридОр открЫт

corridor-closed =
    Гуманитарный коридор закрыт. Причина: { $closure ->
        [firing] стрельба вблизи маршрута
        [mines] мины на маршруте
        [damage] повреждены дорога или мост
        [weather] погода
       *[end] время истекло
    }. Откуда: { $start }. Куда: { $goal }. Время: { $at }.
    .spoken = коридОр закрЫт

evacuation-of-civilians = Мы эвакуируем гражданских лиц. Число: { $people }. Откуда: { $start }. Куда: { $goal }. С { $at } до { $until }. Просим не стрелять там.
    .spoken = эвакуАция граждАнских лиц

wounded-handover =
    Предлагаем передать ваших раненых: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }.
    .spoken = передАча рАненых

prisoner-exchange =
    Предлагаем обмен пленными: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    } с каждой стороны. Координаты: { $place }. Время: { $at }.
    .spoken = обмЕн плЕнными

repair-crew-at-work = Там будет работать наша ремонтная бригада. Просим не стрелять там. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
    .spoken = ремОнтная бригАда за рабОтой
