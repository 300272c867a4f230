### Что пишут формы и списки рядом с согласованными фразами. Не часть книги, не согласуется.

## Темы

topic-danger = Опасность сейчас
topic-fire = Огонь и прекращение огня
topic-approach = Сближение
topic-sea = Маневрирование на море
topic-air = Авиация и воздушное пространство
topic-exercise = Учения, стрельбы, пуски
topic-aid = Помощь и объекты под защитой
topic-rescue = Бедствие и спасание
topic-grid = Энергия, станции, трубопроводы
topic-incident = Происшествия
topic-explain = Объяснения
topic-message = О сообщениях
topic-call = Разговоры
topic-line = Линия

## Параметры

slot-accident = Что произошло
slot-activity = Цель
slot-affected = Что затронуто
slot-altitude_ft = Высота
slot-at = Время
slot-bearing = Направление
slot-cable = Вид кабеля
slot-callsign = Позывной
slot-carried = Что по нему идёт
slot-cause = Причина
slot-checked = Что проверяется
slot-closure = Причина
slot-count = Сколько
slot-craft = Средство
slot-desk = Пост
slot-detail = Чего не хватает
slot-disturbed = Чему мешают
slot-distance_m = Расстояние
slot-dose_usvh = Мощность дозы
slot-endangered = Кому опасно
slot-facility = Объект
slot-flight = Вид рейса
slot-flow_m3s = Расход воды
slot-frequency_khz = Частота
slot-goal = Куда
slot-harmed = Что повреждено
slot-hazard = Опасность
slot-heading = Курс
slot-hours = Часы
slot-injured = Сколько раненых
slot-level = Уровень
slot-link = Канал связи
slot-medium = Где замечено
slot-millihertz = Частота сети
slot-minutes = Минуты
slot-moved = Что отводится
slot-neared = К чему приближаются
slot-number = Номер
slot-obstacle = Причина
slot-people = Сколько людей
slot-place = Координаты
slot-power_mw = Мощность
slot-purpose = Цель
slot-radius_m = Радиус
slot-seconds = Секунды
slot-seen = Что замечено
slot-side = Сторона
slot-site = Вид объекта
slot-speed_kn = Скорость
slot-start = Откуда
slot-stray = Что
slot-struck = Кто там
slot-substance = Вещество
slot-threatened = Кто там
slot-tongue = Язык
slot-traveller = Кто
slot-unknown = Что
slot-until = До
slot-right = Правильное время
slot-proposed = Предлагаемое время
slot-done = Выполнено в
slot-voltage_kv = Напряжение
slot-weapon = Оружие

## Единицы

unit-m = м
unit-min = мин
unit-h = ч
unit-s = с
unit-degrees = °
unit-kn = уз.
unit-ft = фт
unit-kHz = кГц
unit-MW = МВт
unit-mHz = мГц
unit-kV = кВ
unit-uSv-h = мкЗв/ч
unit-m3-s = м³/с
