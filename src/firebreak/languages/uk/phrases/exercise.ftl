## Навчання, стрільби, пуски

we-will-fire-for-training = Ми проводимо лише навчальні стрільби. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }. Просимо триматися осторонь.
    .spoken = навчАльні стрІльби

we-are-moving-convoy =
    Ми ведемо колону: { $count ->
        [one] { $count } машина
        [few] { $count } машини
        [many] { $count } машин
       *[other] { $count } машини
    }. Звідки: { $start }. Куди: { $goal }. Відправлення: { $at }.
    .spoken = йде колОна

we-are-clearing-mines = Ми проводимо розмінування. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }. Вибухи там — не напад.
    .spoken = розмінувАння

exercise-begins = Там відбувається наше навчання. Воно не спрямоване проти вас. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
    .spoken = це навчАння

exercise-forces =
    В оголошеному там навчанні беруть участь: { $count ->
        [one] { $count } машина
        [few] { $count } машини
        [many] { $count } машин
       *[other] { $count } машини
    }; особовий склад: { $people }. Координати: { $place }. Початок: { $at }.
    .spoken = рОзмах навчАння

exercise-ended = Наше навчання там закінчено. Район вільний. Координати: { $place }. Час: { $at }.
    .spoken = навчАння закІнчено

exercise-cancelled = Наше навчання, оголошене там на { $at }, не відбудеться. Координати: { $place }.
    .spoken = навчАння скасОвано

missile-exercise = Ми готуємо навчальні ракетні стрільби. Просимо не перебувати звідти в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. З { $at } до { $until }.
    .spoken = ракЕтні стрІльби

gunnery-exercise = Ми готуємо навчальні артилерійські стрільби. Просимо не перебувати звідти в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. З { $at } до { $until }.
    .spoken = артилерІйські стрІльби

explosive-charges = Ми ведемо роботи з підривними зарядами. Ці вибухи — не напад. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
    .spoken = підривнІ зарЯди

torpedo-exercise = Ми готуємо навчальні торпедні стрільби. Просимо не перебувати звідти в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. З { $at } до { $until }.
    .spoken = торпЕдні стрІльби

landing-exercise = Ми відпрацьовуємо висадку з катерів на власний берег. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
    .spoken = навчАльна вИсадка

weapon-system-check =
    Ми перевіряємо { $checked ->
        [guns] артилерійські установки
       *[rockets] ракетні установки
    }. Стрільби не буде. Координати: { $place }. Діє до { $until }.
    .spoken = перевІрка збрОї без стрільбИ

towed-target-firing = Авіація стрілятиме по буксированій мішені. Просимо не перебувати звідти в напрямку { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координати: { $place }. З { $at } до { $until }.
    .spoken = стрільбА по буксирОваній мішЕні

missile-test-launch = Ми проведемо випробувальний пуск ракети. Район пуску: { $start }. Район падіння: { $goal }. З { $at } до { $until }. Це не напад.
    .spoken = випробувАльний пуск ракЕти

space-launch = Ми запустимо космічну ракету. Місце пуску: { $start }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. З { $at } до { $until }. Уздовж цього курсу можливе падіння частин.
    .spoken = космІчний пуск

launch-postponed = Наш пуск, оголошений на { $at }, перенесено на { $until }. Місце пуску: { $start }.
    .spoken = пуск перенЕсено

flares-for-light = Ми застосуємо освітлювальні засоби, лише для освітлення. Координати: { $place }. Радіус: { $radius_m } м. З { $at } до { $until }.
    .spoken = лИше освІтлення

controlled-explosion = Ми знищимо там боєприпаси керованим підривом. Це не напад. Координати: { $place }. Радіус: { $radius_m } м. Час: { $at }.
    .spoken = керОваний підрИв
