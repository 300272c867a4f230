## Учения, стрельбы, пуски

we-will-fire-for-training = Мы проводим только учебные стрельбы. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }. Просим держаться в стороне.
    .spoken = учЕбные стрЕльбы

we-are-moving-convoy =
    Мы ведём колонну: { $count ->
        [one] { $count } машина
        [few] { $count } машины
        [many] { $count } машин
       *[other] { $count } машины
    }. Откуда: { $start }. Куда: { $goal }. Отправление: { $at }.
    .spoken = идЁт колОнна

we-are-clearing-mines = Мы проводим разминирование. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }. Взрывы там — не нападение.
    .spoken = разминИрование

exercise-begins = Там проходит наше учение. Оно не направлено против вас. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
    .spoken = Это учЕние

exercise-forces =
    В объявленном там учении участвуют: { $count ->
        [one] { $count } машина
        [few] { $count } машины
        [many] { $count } машин
       *[other] { $count } машины
    }; личный состав: { $people }. Координаты: { $place }. Начало: { $at }.
    .spoken = размАх учЕния

exercise-ended = Наше учение там закончено. Район свободен. Координаты: { $place }. Время: { $at }.
    .spoken = учЕние закОнчено

exercise-cancelled = Наше учение, объявленное там на { $at }, не состоится. Координаты: { $place }.
    .spoken = учЕние отмененО

missile-exercise = Мы готовим учебные ракетные стрельбы. Просим не находиться оттуда в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. С { $at } до { $until }.
    .spoken = ракЕтные стрЕльбы

gunnery-exercise = Мы готовим учебные артиллерийские стрельбы. Просим не находиться оттуда в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. С { $at } до { $until }.
    .spoken = артиллерИйские стрЕльбы

explosive-charges = Мы ведём работы с подрывными зарядами. Эти взрывы — не нападение. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
    .spoken = подрывнЫе зарЯды

torpedo-exercise = Мы готовим учебные торпедные стрельбы. Просим не находиться оттуда в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. С { $at } до { $until }.
    .spoken = торпЕдные стрЕльбы

landing-exercise = Мы отрабатываем высадку с катеров на собственный берег. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
    .spoken = учЕбная вЫсадка

weapon-system-check =
    Мы проверяем { $checked ->
        [guns] артиллерийские установки
       *[rockets] ракетные установки
    }. Стрельбы не будет. Координаты: { $place }. Действует до { $until }.
    .spoken = провЕрка орУжия без стрельбЫ

towed-target-firing = Авиация будет стрелять по буксируемой мишени. Просим не находиться оттуда в направлении { NUMBER($bearing, minimumIntegerDigits: 3) }°. Координаты: { $place }. С { $at } до { $until }.
    .spoken = стрельбА по буксИруемой мишЕни

missile-test-launch = Мы проведём испытательный пуск ракеты. Район пуска: { $start }. Район падения: { $goal }. С { $at } до { $until }. Это не нападение.
    .spoken = испытАтельный пуск ракЕты

space-launch = Мы запустим космическую ракету. Место пуска: { $start }. Курс: { NUMBER($heading, minimumIntegerDigits: 3) }°. С { $at } до { $until }. Вдоль этого курса возможно падение частей.
    .spoken = космИческий пуск

launch-postponed = Наш пуск, объявленный на { $at }, перенесён на { $until }. Место пуска: { $start }.
    .spoken = пуск перенесЁн

flares-for-light = Мы применим осветительные средства, только для освещения. Координаты: { $place }. Радиус: { $radius_m } м. С { $at } до { $until }.
    .spoken = тОлько освещЕние

controlled-explosion = Мы уничтожим там боеприпасы управляемым подрывом. Это не нападение. Координаты: { $place }. Радиус: { $radius_m } м. Время: { $at }.
    .spoken = управлЯемый подрЫв
