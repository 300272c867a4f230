## Пояснення

please-explain =
    Просимо протягом { $hours ->
        [one] { $hours } години
        [few] { $hours } годин
        [many] { $hours } годин
       *[other] { $hours } години
    } пояснити, що там сталося. Координати: { $place }. Час: { $at }.
    .spoken = прОсимо пояснИти

explain-activity =
    Просимо протягом { $hours ->
        [one] { $hours } години
        [few] { $hours } годин
        [many] { $hours } годин
       *[other] { $hours } години
    } пояснити мету: { $seen ->
        [troops] зосередження військ
        [flights] незвичні польоти
        [ships] зосередження кораблів
        [firing] стрільба
        [construction] будівництво біля лінії
       *[jamming] радіозавади
    }. Координати: { $place }. Час: { $at }.
    .spoken = пояснІть дІї

explanation-follows = Наше пояснення на ваш запит від { $at } буде не пізніше { $until }.
    .spoken = поЯснення бУде

routine-activity = Це наша планова діяльність, вона не спрямована проти вас. Координати: { $place }. З { $at } до { $until }.
    .spoken = плАнова діЯльність

explanation-incomplete =
    Дякуємо за пояснення від { $at }. Просимо додати: { $detail ->
        [purpose] мета
        [size] чисельність сил
        [duration] тривалість
        [area] район
       *[unit] підрозділ
    }.
    .spoken = додАйте подрОбиці

visit-offered =
    Запрошуємо ваших спостерігачів подивитися. Не більше, ніж: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }.
    .spoken = запрОшуємо спостерігачІв

no-such-activity = Про таку діяльність з нашого боку там нам невідомо. Координати: { $place }. Час: { $at }. Перевіримо ще раз.
    .spoken = нам невідОмо

report-not-from-us =
    Відомості походять не від нас. Джерело: { $medium ->
        [television] телебачення
        [newspapers] газети
        [social-media] соціальні мережі
        [radio] радіо
       *[telephone-call] телефонний дзвінок
    }. Час: { $at }.
    .spoken = вІдомості не від нас
