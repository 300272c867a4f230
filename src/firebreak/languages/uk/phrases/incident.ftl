## Пригоди

accident-not-attack =
    Це був нещасний випадок, а не напад: { $accident ->
        [weapon-discharge] стався ненавмисний постріл
        [missile-malfunction] відмовила ракета
        [aircraft-crash] розбилося повітряне судно
        [ship-collision] зіткнулися судна
        [explosion] стався вибух
       *[drone-loss] втрачено безпілотник
    }. Координати: { $place }. Час: { $at }.
    .spoken = нещАсний вИпадок, не нАпад

unintended-entry =
    Ненавмисний захід { $craft ->
        [aeroplane] нашого літака
        [helicopter] нашого вертольота
        [drone] нашого безпілотника
        [ship] нашого судна
       *[vehicle] нашого транспортного засобу
    } у ваш район. Причина: { $cause ->
        [navigation-error] помилка навігації
        [weather] погода
        [technical-failure] технічна несправність
       *[medical-emergency] невідкладний медичний випадок
    }. Координати: { $place }. Час: { $at }. Просимо не відкривати вогонь.
    .spoken = ненавмИсний захІд

not-our-fire = Ми там вогню не вели. Координати: { $place }. Час: { $at }.
    .spoken = вогОнь не наш

damage-on-our-side =
    Шкода на нашому боці: { $harmed ->
        [building] будівля
        [ship] судно
        [aircraft] повітряне судно
        [vehicle] транспортний засіб
        [power] електропостачання
       *[none] немає
    }. Поранено: { $injured ->
        [one] { $injured } особа
        [few] { $injured } особи
        [many] { $injured } осіб
       *[other] { $injured } особи
    }. Координати: { $place }. Час: { $at }.
    .spoken = шкОда на нАшому бОці

no-one-hurt = На нашому боці там ніхто не постраждав. Координати: { $place }. Час: { $at }.
    .spoken = ніхтО не постраждАв

our-fire-by-mistake = Ми помилково обстріляли ваш бік. Вогонь припинено. Координати: { $place }. Час: { $at }.
    .spoken = наш вогОнь, помилкОво

we-are-investigating = Ми з’ясовуємо, що там сталося. Координати: { $place }. Час: { $at }. Результати повідомимо не пізніше { $until }.
    .spoken = ми з’ясОвуємо

our-account-follows = Наш виклад пригоди буде не пізніше { $until }. Координати: { $place }. Час: { $at }.
    .spoken = вИклад бУде дАлі

keep-the-evidence = Просимо залишити там усе як є, доки не оглянуть обидві сторони. Координати: { $place }. Час: { $at }.
    .spoken = нічОго не чіпАйте

meeting-proposed =
    Пропонуємо зустріч. Рівень: { $level ->
        [duty-officers] чергові офіцери
        [commanders] командувачі
        [experts] фахівці
       *[principals] найвище керівництво
    }. Координати: { $place }. Час: { $at }.
    .spoken = пропонУємо зУстріч

crossed-by-mistake =
    Помилково на ваш бік перейшли наші люди: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }. Просимо узгодити з нами повернення.
    .spoken = перейшлИ помилкОво

we-hold-your-people =
    Ваші люди в нас і в безпеці: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }.
    .spoken = вАші лЮди в безпЕці

return-of-craft =
    Готові повернути { $craft ->
        [aeroplane] ваш літак
        [helicopter] ваш вертоліт
        [drone] ваш безпілотник
        [ship] ваше судно
       *[vehicle] ваш транспортний засіб
    }. Координати: { $place }. Час: { $at }.
    .spoken = готОві повернУти
