## Маневрування на морі

we-are-towing = Ми ведемо буксирування, маневр обмежено. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Тримайтеся не ближче ніж за { $distance_m } м.
    .spoken = ведУ буксирувАння

do-not-cross-ahead = Просимо не перетинати курс по носу нашого корабля. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = не перетинАйте мій курс

cannot-alter-course =
    Наш корабель не може змінити курс { $side ->
        [port] ліворуч
       *[starboard] праворуч
    }. Координати: { $place }.
    .spoken = не мОжу змінИти курс

steering-failure = На нашому кораблі вийшло з ладу стернове керування. Просимо триматися осторонь. Координати: { $place }. Час: { $at }.
    .spoken = відмОвило стернО

engines-stopped = Наш корабель застопорив машини. Координати: { $place }. Час: { $at }.
    .spoken = машИни застОпорено

dangerous-operations = Проводяться небезпечні роботи. Просимо не перебувати звідти в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. Діє до { $until }.
    .spoken = небезпЕчні робОти

oceanographic-survey = Наше судно веде океанографічні роботи. Координати: { $place }. Радіус: { $radius_m } м. Діє до { $until }.
    .spoken = океанографІчні робОти

survey-gear-astern = Наше судно буксирує дослідницьку апаратуру, { $distance_m } м за кормою. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координати: { $place }.
    .spoken = апаратУра за кормОю

recovering-gear =
    Наше судно піднімає на борт дослідницьку апаратуру, це займе { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Координати: { $place }.
    .spoken = піднімАю апаратУру

salvage-operations = Наше судно веде аварійно-рятувальні роботи. Координати: { $place }. Радіус: { $radius_m } м. Діє до { $until }.
    .spoken = рятувАльні робОти

refloating-ship = Ми знімаємо судно з мілини. Координати: { $place }. Діє до { $until }.
    .spoken = знімАю сУдно з мілинИ

moored-fore-and-aft = Наш корабель стоїть на кількох якорях або бочках і не може рухатися. Просимо триматися осторонь. Координати: { $place }. Радіус: { $radius_m } м.
    .spoken = стоЮ на якорЯх

anchored-with-gear-out = Наше судно стоїть на якорі на великій глибині з випущеною апаратурою. Координати: { $place }. Радіус: { $radius_m } м.
    .spoken = на Якорі з апаратУрою

proceeding-to-anchor = Наш корабель прямує до місця якірної стоянки. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = прямУю до мІсця стоЯнки

will-pass =
    Наш корабель пройде вздовж вашого { $side ->
        [port] лівого
       *[starboard] правого
    } борту. Відстань: { $distance_m } м. Координати: { $place }.
    .spoken = я вас пройдУ

will-overtake =
    Наш корабель обжене вас уздовж вашого { $side ->
        [port] лівого
       *[starboard] правого
    } борту. Відстань: { $distance_m } м. Координати: { $place }.
    .spoken = я вас обженУ

formation-manoeuvring = Наше з’єднання маневрує. Просимо не перебувати звідти в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. Діє до { $until }.
    .spoken = з’єднАння маневрУє

will-approach-side =
    Наш корабель підійде до вашого { $side ->
        [port] лівого
       *[starboard] правого
    } борту на { $distance_m } м. Координати: { $place }.
    .spoken = підійдУ до вАшого бОрту

will-cross-astern = Наш корабель перетне ваш курс за кормою на відстані { $distance_m } м. Координати: { $place }.
    .spoken = пройдУ за кормОю

turning-soon =
    Наш корабель через { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    } поверне { $side ->
        [port] ліворуч
       *[starboard] праворуч
    }. Новий курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координати: { $place }.
    .spoken = скОро повертАю

formation-turning =
    Наше з’єднання готується змінити курс { $side ->
        [port] ліворуч
       *[starboard] праворуч
    }. Новий курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Координати: { $place }.
    .spoken = з’єднАння повертАє

manoeuvring-exercise = Ми відпрацьовуємо маневрування. Перебувати всередині строю небезпечно. Координати: { $place }. Радіус: { $radius_m } м. Діє до { $until }.
    .spoken = не захОдьте в стрій

about-to-submerge = Наш підводний човен готується до занурення. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }.
    .spoken = готУюся до занУрення

submarine-surfacing =
    Там протягом { $minutes ->
        [one] { $minutes } хвилини
        [few] { $minutes } хвилин
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    } спливе наш підводний човен. Просимо триматися осторонь. Координати: { $place }. Радіус: { $radius_m } м.
    .spoken = сплИве підвОдний чОвен

request-course-and-speed = Просимо повідомити курс, швидкість і намір вашого корабля під час розходження. Координати: { $place }. Час: { $at }.
    .spoken = повідОмте курс і швИдкість

fishery-patrol = Наш корабель несе рибоохоронну службу. Координати: { $place }. З { $at } до { $until }.
    .spoken = рибоохорОнний дозОр

replenishment-at-sea = Наші кораблі приймають запаси на ходу, маневр обмежено. Просимо триматися осторонь. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Діє до { $until }.
    .spoken = попОвнення на ходУ

boats-launching = Наш корабель маневрує для спуску або підйому катерів. Просимо триматися осторонь. Координати: { $place }. Радіус: { $radius_m } м. Діє до { $until }.
    .spoken = спускАю катерИ
