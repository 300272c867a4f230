### Що пишуть форми й списки поруч з узгодженими фразами. Не частина книги, не узгоджується.

## Теми

topic-danger = Небезпека зараз
topic-fire = Вогонь і припинення вогню
topic-approach = Зближення
topic-sea = Маневрування на морі
topic-air = Авіація й повітряний простір
topic-exercise = Навчання, стрільби, пуски
topic-aid = Допомога й об’єкти під захистом
topic-rescue = Лихо й рятування
topic-grid = Енергія, станції, трубопроводи
topic-incident = Пригоди
topic-explain = Пояснення
topic-message = Про повідомлення
topic-call = Розмови
topic-line = Лінія

## Параметри

slot-accident = Що сталося
slot-activity = Мета
slot-affected = Що уражено
slot-altitude_ft = Висота
slot-at = Час
slot-bearing = Напрямок
slot-cable = Вид кабелю
slot-callsign = Позивний
slot-carried = Що ним тече
slot-cause = Причина
slot-checked = Що перевіряють
slot-closure = Причина
slot-count = Скільки
slot-craft = Засіб
slot-desk = Пост
slot-detail = Чого бракує
slot-disturbed = Чому заважають
slot-distance_m = Відстань
slot-dose_usvh = Потужність дози
slot-endangered = Кому небезпечно
slot-facility = Об’єкт
slot-flight = Вид рейсу
slot-flow_m3s = Витрата води
slot-frequency_khz = Частота
slot-goal = Куди
slot-harmed = Що пошкоджено
slot-hazard = Небезпека
slot-heading = Курс
slot-hours = Години
slot-injured = Скільки поранених
slot-level = Рівень
slot-link = Канал зв’язку
slot-medium = Де помічено
slot-millihertz = Частота мережі
slot-minutes = Хвилини
slot-moved = Що відводять
slot-neared = До чого наближаються
slot-number = Номер
slot-obstacle = Причина
slot-people = Скільки людей
slot-place = Координати
slot-power_mw = Потужність
slot-purpose = Мета
slot-radius_m = Радіус
slot-seconds = Секунди
slot-seen = Що помічено
slot-side = Бік
slot-site = Вид об’єкта
slot-speed_kn = Швидкість
slot-start = Звідки
slot-stray = Що
slot-struck = Хто там
slot-substance = Речовина
slot-threatened = Хто там
slot-tongue = Мова
slot-traveller = Хто
slot-unknown = Що
slot-until = До
slot-right = Правильний час
slot-proposed = Пропонований час
slot-done = Виконано о
slot-voltage_kv = Напруга
slot-weapon = Зброя

## Одиниці

unit-m = м
unit-min = хв
unit-h = год
unit-s = с
unit-degrees = °
unit-kn = вуз.
unit-ft = фт
unit-kHz = кГц
unit-MW = МВт
unit-mHz = мГц
unit-kV = кВ
unit-uSv-h = мкЗв/год
unit-m3-s = м³/с
