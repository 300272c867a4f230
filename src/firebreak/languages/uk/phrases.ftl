### Узгоджені фрази. Підписують зміст: зміна тут змінює книгу, і її треба узгодити знову.
### «Ми» — сторона, що надсилає. Слова у квадратних дужках — кодові слова, їх не перекладають.

## Як показано частини фрази

place-read-back = { $decimal } ({ $minutes }; контрольні цифри { $digits })
unknown-phrase = Фраза { $phrase } з книги { $book } тут невідома. Параметри: { $parameters }
unfit-phrase = Фразу { $phrase } передано з невідповідними параметрами. Параметри: { $parameters }

## Небезпека

stop-firing-at =
    Негайно припиніть вогонь. Координати: { $place }. { $struck ->
        [our-troops] Там перебувають наші війська.
        [civilians] Там перебувають цивільні особи.
        [hospital] Там розташована лікарня.
        [medical-transport] Там перебуває санітарний транспорт.
        [aid-convoy] Там перебуває гуманітарний конвой.
        [observers] Там перебувають спостерігачі.
        [ship] Там перебуває судно.
        [aircraft] Там перебуває повітряне судно.
        [power-plant] Там розташована електростанція.
       *[dam] Там розташована гребля.
    }
you-are-approaching =
    Ви наближаєтеся до { $neared ->
        [our-troops] наших військ
        [our-ship] нашого судна
        [our-aircraft] нашого повітряного судна
        [our-border] нашого кордону
        [protected-site] об’єкта, що перебуває під захистом
        [hazard-area] небезпечного району
       *[minefield] мінного поля
    }. Координати: { $place }. Відстань: { $distance_m } м.
keep-clear-of =
    Тримайтеся осторонь. Небезпека: { $hazard ->
        [mines] міни
        [unexploded-ordnance] боєприпаси, що не розірвалися
        [firing] бойова стрільба
        [missile-launch] пуск ракети
        [debris] падіння уламків
        [fire] пожежа
        [chemicals] небезпечні хімічні речовини
        [radiation] радіація
       *[flood] затоплення
    }. Координати: { $place }. Радіус: { $radius_m } м. Діє до { $until }.
change-course =
    Небезпека для { $craft ->
        [aeroplane] вашого літака
        [helicopter] вашого вертольота
        [drone] вашого безпілотника
        [ship] вашого судна
       *[vehicle] вашого транспортного засобу
    }. Координати: { $place }. Негайно візьміть курс { NUMBER($heading, minimumIntegerDigits: 3) }°.
we-lost-control-of =
    Ми втратили контроль над { $stray ->
        [drone] безпілотником
        [missile] ракетою
        [aeroplane] літаком
        [ship] судном
        [balloon] аеростатом
       *[mine] плавучою міною
    }. Останні координати: { $place }. Останній курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }. Це не напад.

## Намір

we-are-launching-aircraft =
    Ми піднімаємо в повітря { $count ->
        [one] { $count } повітряне судно
        [few] { $count } повітряні судна
        [many] { $count } повітряних суден
       *[other] { $count } повітряного судна
    }. Мета: { $activity ->
        [training] навчальний політ
        [patrol] патрулювання
        [transport] перевезення
        [search-and-rescue] пошук і рятування
        [medical-evacuation] медична евакуація
       *[reconnaissance] розвідка
    }. Координати: { $place }. Час: { $at }.
we-will-fire-for-training = Ми проводимо лише навчальні стрільби. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }. Просимо триматися осторонь.
we-are-moving-convoy =
    Ми ведемо колону: { $count ->
        [one] { $count } машина
        [few] { $count } машини
        [many] { $count } машин
       *[other] { $count } машини
    }. Звідки: { $start }. Куди: { $goal }. Відправлення: { $at }.
we-are-towing = Ми ведемо буксирування, маневр обмежено. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Тримайтеся не ближче ніж за { $distance_m } м.
search-and-rescue = Ми шукаємо людей, які зазнають лиха. Координати: { $place }. Радіус: { $radius_m } м. Початок: { $at }. Просимо не заважати й не стріляти там.
we-are-clearing-mines = Ми проводимо розмінування. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }. Вибухи там — не напад.

## Пригода

accident-not-attack =
    Це був нещасний випадок, а не напад: { $accident ->
        [weapon-discharge] стався ненавмисний постріл
        [missile-malfunction] відмовила ракета
        [aircraft-crash] розбилося повітряне судно
        [ship-collision] зіткнулися судна
        [explosion] стався вибух
       *[drone-loss] втрачено безпілотник
    }. Координати: { $place }. Час: { $at }.
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
not-our-fire = Ми там вогню не вели. Координати: { $place }. Час: { $at }.
we-rescued-your-people =
    Ми врятували ваших людей: { $count ->
        [one] { $count } особа
        [few] { $count } особи
        [many] { $count } осіб
       *[other] { $count } особи
    }. Координати: { $place }. Час: { $at }. Просимо викликати нас, щоб домовитися про їхнє повернення.

## Прохання

call-me-now = Негайно викличте наш пост «{ $desk }».
please-confirm-receipt =
    Просимо протягом { $minutes ->
        [one] { $minutes } хвилини
        [few] { $minutes } хвилин
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    } підтвердити, що наше останнє повідомлення прочитала людина.
please-explain =
    Просимо протягом { $hours ->
        [one] { $hours } години
        [few] { $hours } годин
        [many] { $hours } годин
       *[other] { $hours } години
    } пояснити, що там сталося. Координати: { $place }. Час: { $at }.
please-hold-fire =
    Просимо тимчасово припинити вогонь. Мета: { $purpose ->
        [evacuation] евакуація
        [medical-help] медична допомога
        [recovery-of-dead] вивезення загиблих
        [repair-work] ремонтні роботи
       *[aid-delivery] доставлення гуманітарної допомоги
    }. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
please-let-pass =
    Просимо пропустити: { $traveller ->
        [aid-convoy] гуманітарний конвой
        [medical-transport] санітарний транспорт
        [civilians] цивільних осіб
        [repair-crew] ремонтну бригаду
       *[observers] спостерігачів
    }. Звідки: { $start }. Куди: { $goal }. Між { $at } і { $until }.
please-say-again = Просимо повторити ваше останнє повідомлення. Ми не змогли його розібрати.
interpreter-needed =
    Нам потрібен перекладач. Мова: { $tongue ->
        [de] німецька
        [en] англійська
        [ru] російська
       *[uk] українська
    }.

## Відповідь

message-passed-to = Ми передали ваше повідомлення нашому посту «{ $desk }». Час: { $at }.
cannot-comply =
    Ми не можемо виконати ваше прохання. Причина: { $obstacle ->
        [no-contact-with-unit] немає зв’язку з підрозділом
        [not-our-unit] це не наш підрозділ
        [danger-to-our-people] небезпека для наших людей
        [outside-our-authority] поза нашими повноваженнями
       *[technical-failure] технічна несправність
    }.
we-ceased-fire = Ми припинили там вогонь. Координати: { $place }. Час: { $at }.
please-wait =
    Просимо зачекати { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Ми опрацьовуємо ваше повідомлення.
read-back = Повторюємо названі вами координати: { $place }. Усе правильно?

## Лінія

line-check = Перевірка лінії номер { $number }. Просимо відповісти тим самим номером.
line-check-answer = Відповідь на перевірку лінії номер { $number }. Прийнято.
use-other-link =
    Просимо скористатися іншим каналом зв’язку з нами: { $link ->
        [satellite] супутник
        [radio] радіо
        [telephone] телефон
        [internet] інтернет
       *[courier] кур’єр
    }.
planned-works = Планові роботи на нашому боці. Лінія може мовчати. З { $at } до { $until }. Це не призупинення роботи лінії.
sent-in-error = Наше повідомлення від { $at } надіслано помилково. Просимо не брати його до уваги. Воно лишається в журналі.
