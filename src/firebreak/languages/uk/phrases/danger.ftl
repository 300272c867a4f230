## Небезпека зараз

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
    .spoken = припинІть вогОнь

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
    .spoken = ви наближАєтеся

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
    .spoken = тримАйтеся Осторонь

change-course =
    Небезпека для { $craft ->
        [aeroplane] вашого літака
        [helicopter] вашого вертольота
        [drone] вашого безпілотника
        [ship] вашого судна
       *[vehicle] вашого транспортного засобу
    }. Координати: { $place }. Негайно візьміть курс { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = змінІть курс

we-lost-control-of =
    Ми втратили контроль над { $stray ->
        [drone] безпілотником
        [missile] ракетою
        [aeroplane] літаком
        [ship] судном
        [balloon] аеростатом
       *[mine] плавучою міною
    }. Останні координати: { $place }. Останній курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }. Це не напад.
    .spoken = втрАчено контрОль

laser-danger =
    Ваш лазер небезпечний для { $endangered ->
        [aircrew] нашого екіпажу повітряного судна
        [ship] нашого судна
        [vehicle] нашого транспортного засобу
       *[people] наших людей
    }. Координати: { $place }. Час: { $at }. Просимо вимкнути його.
    .spoken = небезпЕка лАзера

interference-danger =
    Радіозавади з вашого боку. Під впливом: { $disturbed ->
        [command] наш радіозв’язок управління
        [distress] частота лиха
        [air-traffic] управління повітряним рухом
        [navigation] супутникова навігація
       *[radar] наша радіолокаційна станція
    }. Частота: { $frequency_khz } кГц. Координати: { $place }. Просимо припинити завади.
    .spoken = припинІть завАди

weapons-pointed-at-us =
    На наші підрозділи спрямовано ваші { $weapon ->
        [guns] гармати
        [missile-launchers] ракетні пускові установки
        [torpedo-tubes] торпедні апарати
       *[fire-control-radar] радіолокатори керування вогнем
    }. Координати: { $place }. Час: { $at }. Просимо відвести їх убік.
    .spoken = відведІть збрОю

unknown-object-towards-you =
    У ваш бік рухається { $unknown ->
        [drone] невпізнаний безпілотник
        [missile] невпізнана ракета
        [aeroplane] невпізнаний літак
        [ship] невпізнане судно
       *[balloon] невпізнаний аеростат
    }. Об’єкт не наш. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }.
    .spoken = невпІзнаний об’Єкт, не наш

launched-in-error =
    Об’єкт, що помилково залишив наш бік: { $stray ->
        [drone] безпілотник
        [missile] ракета
        [aeroplane] літак
        [ship] судно
        [balloon] аеростат
       *[mine] міна
    }. Це не напад. Звідки: { $start }. Очікувана точка: { $goal }. Час: { $at }.
    .spoken = пуск помилкОвий, не нАпад

fire-close-to =
    Ваш вогонь лягає надто близько. Під загрозою: { $threatened ->
        [our-troops] наші війська
        [civilians] цивільні особи
        [hospital] лікарня
        [school] школа
        [plant] промисловий об’єкт
       *[ship] судно
    }. Відстань: { $distance_m } м. Координати: { $place }. Час: { $at }. Просимо перевірити й припинити вогонь.
    .spoken = вогОнь занАдто блИзько

collision-risk =
    Небезпека зіткнення з { $craft ->
        [aeroplane] вашим літаком
        [helicopter] вашим вертольотом
        [drone] вашим безпілотником
        [ship] вашим судном
       *[vehicle] вашим транспортним засобом
    }. Відстань: { $distance_m } м. Найбільше зближення через { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Координати: { $place }.
    .spoken = небезпЕка зІткнення

move-people-away =
    Просимо вивести звідти ваших людей. Небезпека: { $hazard ->
        [mines] міни
        [unexploded-ordnance] боєприпаси, що не розірвалися
        [firing] бойова стрільба
        [missile-launch] пуск ракети
        [debris] падіння уламків
        [fire] пожежа
        [chemicals] небезпечні хімічні речовини
        [radiation] радіація
       *[flood] затоплення
    }. Координати: { $place }. Радіус: { $radius_m } м. Не пізніше { $until }.
    .spoken = вИведіть людЕй

drifting-mine-sighted = Помічено плавучу міну. Координати: { $place }. Напрямок дрейфу: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }.
    .spoken = плавУча мІна

gas-cloud =
    Викид небезпечної речовини: { $substance ->
        [chlorine] хлор
        [ammonia] аміак
        [fuel] паливо
        [smoke] токсичний дим
       *[unknown] речовина невідома
    }. Координати: { $place }. Хмара рухається в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Час: { $at }. Це не напад.
    .spoken = небезпЕчна хмАра

danger-over = Небезпека, про яку ми там повідомляли, минула. Координати: { $place }. Час: { $at }.
    .spoken = небезпЕка минУла
