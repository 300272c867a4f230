## Допомога й об’єкти під захистом

please-let-pass =
    Просимо пропустити: { $traveller ->
        [aid-convoy] гуманітарний конвой
        [medical-transport] санітарний транспорт
        [civilians] цивільних осіб
        [repair-crew] ремонтну бригаду
       *[observers] спостерігачів
    }. Звідки: { $start }. Куди: { $goal }. Між { $at } і { $until }.
    .spoken = прОсимо пропустИти

protected-site =
    Там розташовано об’єкт під захистом: { $site ->
        [hospital] лікарня
        [school] школа
        [shelter] укриття для цивільних осіб
        [camp] табір для переміщених осіб
        [water-works] водопровідна станція
        [food-store] продовольчий склад
        [culture] культурні цінності
       *[prison] місце тримання під вартою
    }. Просимо берегти його. Координати: { $place }. Радіус: { $radius_m } м.
    .spoken = об’Єкт під зАхистом

protected-site-confirmed = Об’єкт під захистом, про який ми там повідомляли, діє й надалі. Координати: { $place }. Підтвердимо його знову не пізніше { $until }.
    .spoken = об’Єкт ще під зАхистом

protected-site-closed = Об’єкт під захистом, про який ми там повідомляли, більше не використовується. Координати: { $place }. Час: { $at }.
    .spoken = об’Єкт закрИто

aid-convoy-route =
    Гуманітарний конвой { $callsign }: { $count ->
        [one] { $count } машина
        [few] { $count } машини
        [many] { $count } машин
       *[other] { $count } машини
    }. Звідки: { $start }. Куди: { $goal }. Відправлення: { $at }. Просимо не відкривати по ньому вогонь.
    .spoken = гуманітАрний конвОй

convoy-arrived = Конвой { $callsign } прибув. Координати: { $place }. Час: { $at }.
    .spoken = конвОй прибУв

convoy-delayed =
    Конвой { $callsign } затримується на { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Координати: { $place }.
    .spoken = конвОй затрИмується

convoy-stopped = Конвой { $callsign } зупинено на вашому боці. Просимо пропустити його далі. Координати: { $place }. Час: { $at }.
    .spoken = конвОй зупИнено

passage-granted =
    Ми пропустимо: { $traveller ->
        [aid-convoy] гуманітарний конвой
        [medical-transport] санітарний транспорт
        [civilians] цивільних осіб
        [repair-crew] ремонтну бригаду
       *[observers] спостерігачів
    }. Звідки: { $start }. Куди: { $goal }. Між { $at } і { $until }.
    .spoken = проЇзд дозвОлено

corridor-open = Гуманітарний коридор відкрито. Звідки: { $start }. Куди: { $goal }. З { $at } до { $until }.
    .spoken = коридОр відкрИто

corridor-closed =
    Гуманітарний коридор закрито. Причина: { $closure ->
        [firing] стрілянина поблизу маршруту
        [mines] міни на маршруті
        [damage] пошкоджено дорогу або міст
        [weather] погода
       *[end] час минув
    }. Звідки: { $start }. Куди: { $goal }. Час: { $at }.
    .spoken = коридОр закрИто

evacuation-of-civilians = Ми евакуюємо цивільних осіб. Кількість: { $people }. Звідки: { $start }. Куди: { $goal }. З { $at } до { $until }. Просимо не стріляти там.
    .spoken = евакуАція цивІльних осІб

wounded-handover =
    Пропонуємо передати ваших поранених: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }.
    .spoken = передАча порАнених

prisoner-exchange =
    Пропонуємо обмін полоненими: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    } з кожного боку. Координати: { $place }. Час: { $at }.
    .spoken = Обмін полонЕними

repair-crew-at-work = Там працюватиме наша ремонтна бригада. Просимо не стріляти там. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
    .spoken = ремОнтна бригАда за робОтою
