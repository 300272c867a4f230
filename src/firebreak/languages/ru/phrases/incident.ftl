## Происшествия

accident-not-attack =
    Это был несчастный случай, а не нападение: { $accident ->
        [weapon-discharge] произошёл непреднамеренный выстрел
        [missile-malfunction] отказала ракета
        [aircraft-crash] потерпело крушение воздушное судно
        [ship-collision] столкнулись суда
        [explosion] произошёл взрыв
       *[drone-loss] потерян беспилотник
    }. Координаты: { $place }. Время: { $at }.
    .spoken = несчАстный слУчай, не нападЕние

unintended-entry =
    Непреднамеренный заход { $craft ->
        [aeroplane] нашего самолёта
        [helicopter] нашего вертолёта
        [drone] нашего беспилотника
        [ship] нашего судна
       *[vehicle] нашего транспортного средства
    } в ваш район. Причина: { $cause ->
        [navigation-error] ошибка навигации
        [weather] погода
        [technical-failure] техническая неисправность
       *[medical-emergency] неотложный медицинский случай
    }. Координаты: { $place }. Время: { $at }. Просим не открывать огонь.
    .spoken = непреднамЕренный захОд

not-our-fire = Мы там огня не вели. Координаты: { $place }. Время: { $at }.
    .spoken = огОнь не наш

damage-on-our-side =
    Ущерб на нашей стороне: { $harmed ->
        [building] здание
        [ship] судно
        [aircraft] воздушное судно
        [vehicle] транспортное средство
        [power] электроснабжение
       *[none] нет
    }. Ранено: { $injured ->
        [one] { $injured } человек
        [few] { $injured } человека
        [many] { $injured } человек
       *[other] { $injured } человека
    }. Координаты: { $place }. Время: { $at }.
    .spoken = ущЕрб на нАшей сторонЕ

no-one-hurt = На нашей стороне там никто не пострадал. Координаты: { $place }. Время: { $at }.
    .spoken = никтО не пострадАл

our-fire-by-mistake = Мы по ошибке обстреляли вашу сторону. Огонь прекращён. Координаты: { $place }. Время: { $at }.
    .spoken = наш огОнь, по ошИбке

we-are-investigating = Мы выясняем, что там произошло. Координаты: { $place }. Время: { $at }. Результаты сообщим не позднее { $until }.
    .spoken = мы выяснЯем

our-account-follows = Наше изложение происшествия последует не позднее { $until }. Координаты: { $place }. Время: { $at }.
    .spoken = изложЕние послЕдует

keep-the-evidence = Просим оставить там всё как есть, пока не осмотрят обе стороны. Координаты: { $place }. Время: { $at }.
    .spoken = ничегО не трОгайте

meeting-proposed =
    Предлагаем встречу. Уровень: { $level ->
        [duty-officers] дежурные офицеры
        [commanders] командующие
        [experts] специалисты
       *[principals] высшее руководство
    }. Координаты: { $place }. Время: { $at }.
    .spoken = предлагАем встрЕчу

crossed-by-mistake =
    По ошибке на вашу сторону перешли наши люди: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }. Просим согласовать с нами возвращение.
    .spoken = перешлИ по ошИбке

we-hold-your-people =
    Ваши люди у нас и в безопасности: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }. Координаты: { $place }. Время: { $at }.
    .spoken = вАши лЮди в безопАсности

return-of-craft =
    Готовы вернуть { $craft ->
        [aeroplane] ваш самолёт
        [helicopter] ваш вертолёт
        [drone] ваш беспилотник
        [ship] ваше судно
       *[vehicle] ваше транспортное средство
    }. Координаты: { $place }. Время: { $at }.
    .spoken = готОвы вернУть
