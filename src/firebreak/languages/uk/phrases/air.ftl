## Авіація й повітряний простір

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
    .spoken = піднімАємо авіАцію

flight-operations = Наш корабель забезпечує зліт і посадку повітряних суден, маневр обмежено. Просимо триматися осторонь. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Діє до { $until }.
    .spoken = польОти з кораблЯ

helicopter-over-stern = Над кормою нашого корабля працюють вертольоти. Координати: { $place }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Діє до { $until }.
    .spoken = вертольОти над кормОю

aircraft-lost-radio = Наше повітряне судно { $callsign } втратило радіозв’язок. Останнє місце. Координати: { $place }. Висота: { $altitude_ft } фт. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }.
    .spoken = літАк без зв’язкУ

aircraft-is-lost = Наше повітряне судно { $callsign } втратило орієнтування. Останнє відоме місце. Координати: { $place }. Час: { $at }. Просимо допомогти вивести його назад.
    .spoken = літАк заблукАв

aircraft-hijacked = Повітряне судно { $callsign } захоплено. Координати: { $place }. Висота: { $altitude_ft } фт. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. Час: { $at }. На борту люди.
    .spoken = літАк захОплено

we-are-intercepting = Наше повітряне судно супроводжує { $callsign } для розпізнавання й виведення. Координати: { $place }. Висота: { $altitude_ft } фт. Час: { $at }. Це не напад.
    .spoken = розпізнаЄмо літАк

emergency-landing-requested =
    Наше повітряне судно { $callsign } просить посадку на вашому аеродромі через { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Причина: { $cause ->
        [navigation-error] помилка навігації
        [weather] погода
        [technical-failure] технічна несправність
       *[medical-emergency] невідкладний медичний випадок
    }. Координати: { $place }.
    .spoken = прОсимо аварІйну посАдку

landing-permitted = Вашому повітряному судну { $callsign } дозволено посадку там. Координати: { $place }. Частота: { $frequency_khz } кГц. Діє до { $until }.
    .spoken = посАдку дозвОлено

airspace-closed = Повітряний простір на нашому боці закрито до висоти { $altitude_ft } фт. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
    .spoken = повітрЯний прОстір закрИто

airspace-open = Повітряний простір на нашому боці знову відкрито. Координати: { $place }. Радіус: { $radius_m } м. Час: { $at }.
    .spoken = повітрЯний прОстір відкрИто

overflight-requested =
    Просимо дозволити проліт { $callsign }. Мета: { $flight ->
        [medical] санітарний рейс
        [aid] гуманітарний рейс
        [rescue] пошук і рятування
        [state] рейс державного повітряного судна
       *[civil] цивільний рейс, що зазнає лиха
    }. Звідки: { $start }. Куди: { $goal }. Між { $at } і { $until }.
    .spoken = прОсимо прОліт

overflight-granted = Проліт { $callsign } дозволено. Висота: { $altitude_ft } фт. З { $at } до { $until }.
    .spoken = прОліт дозвОлено

medical-flight = Санітарний рейс { $callsign }. Звідки: { $start }. Куди: { $goal }. Висота: { $altitude_ft } фт. Виліт: { $at }. Просимо не відкривати по ньому вогонь.
    .spoken = санітАрний рейс

use-this-frequency = Просимо викликати наше повітряне судно { $callsign } на частоті { $frequency_khz } кГц. Діє до { $until }.
    .spoken = працЮйте на цій частотІ

navigation-disturbed = Супутникову навігацію там порушено. Координати в цьому районі можуть бути неправильні. Координати: { $place }. Радіус: { $radius_m } м. Час: { $at }.
    .spoken = супУтникову навігАцію порУшено

air-traffic-control-down = Наше управління повітряним рухом не може обслуговувати цей простір. Просимо затримати рух на вашому боці. Координати: { $place }. Радіус: { $radius_m } м. Діє до { $until }.
    .spoken = затрИмайте повітрЯний рух
