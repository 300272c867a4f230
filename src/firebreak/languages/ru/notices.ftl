### Слова об уведомлениях: о чём они, в каком они состоянии, что в них замечено.

## О чём уведомление

sort-protective-sign = защитный знак
sort-white-flag = белый флаг
sort-white-flag-negotiation = белый флаг: просьба о переговорах
sort-white-flag-surrender = белый флаг: сдача
sort-red-cross-emblem = эмблема Красного Креста, Полумесяца или Кристалла
sort-red-cross = Красный Крест
sort-red-crescent = Красный Полумесяц
sort-red-crystal = Красный Кристалл
sort-united-nations = Организация Объединённых Наций
sort-protected-zone = защищённая зона
sort-hospital-zone = санитарная и безопасная зона
sort-prisoner-of-war-camp = лагерь военнопленных
sort-internment-camp = лагерь интернированных
sort-civil-defence = гражданская оборона
sort-cultural-property = культурные ценности
sort-dangerous-forces = сооружения, содержащие опасные силы
sort-transport-site = транспортный объект
sort-airport = аэропорт
sort-energy-site = энергетический объект
sort-nuclear-power-plant = атомная электростанция
sort-hydro-power-plant = гидроэлектростанция
sort-water-site = объект водоснабжения
sort-undersea-cable = подводный кабель
sort-public-service = общественное учреждение
sort-hospital = больница
sort-school = школа
sort-grid-works = работы на электросети
sort-network-works = работы на сетях связи
sort-plant-danger = опасность на предприятии
sort-danger-area = опасный район
sort-attack = нападение
sort-hazardous-conflict-area = опасный район конфликта
sort-mine-field = минное поле
sort-unexploded-ordnance = неразорвавшиеся боеприпасы
sort-air-defence-threat = угроза от ПВО
sort-transport-accident = транспортная авария
sort-industrial-accident = промышленная авария
sort-missile-launch = пуск ракеты
sort-space-launch = космический запуск
sort-firing = стрельбы
sort-underwater-operations = подводные работы
sort-special-caution-area = район особой осторожности
sort-closed-airspace = закрытое воздушное пространство
sort-emergency = чрезвычайная ситуация
sort-distress = бедствие
sort-medical-help-needed = нужна медицинская помощь
sort-mission = миссия
sort-humanitarian-mission = гуманитарная миссия
sort-medical-evacuation = медицинская эвакуация
sort-aid = помощь гражданскому населению
sort-repair-crew = ремонтная бригада
sort-military-operation = военная операция
sort-exercise = учения
sort-major-movement = крупное перемещение войск
sort-convoy = колонна
sort-special-signal = особый сигнал
sort-close-approach = опасное сближение
sort-unintended-entry = непреднамеренное вторжение
sort-cease-fire-request = просьба о прекращении огня
sort-area-access-request = просьба о доступе
sort-status-unknown = состояние неизвестно
sort-status-good = исправно
sort-status-damaged = повреждено
sort-agreed-line = линия для карты
sort-agreed-area = район для карты
sort-unknown = неизвестный код

## Группы

group-hazard = опасность
group-site = защищаемый объект
group-movement = защищаемое перемещение
group-exercise = учения
group-works = работы
group-signal = сигнал
group-request = просьба
group-status = состояние
group-layer = слой карты

## Состояние

state-issued = объявлено
state-holding = действует сейчас
state-replaced = заменено
state-cancelled = отменено
state-expired = истекло

## Ответы

answer-acknowledge = подтверждено человеком
answer-confirm = координаты повторены
answer-comply = будут действовать соответственно
answer-reject = не принято

## Причины, по которым его не принимают

objection-none-given = причина не указана
objection-too-late = объявлено слишком поздно
objection-area = район
objection-time = время
objection-not-understood = не понято
objection-cannot = невозможно
objection-not-accepted = не принимается

## О чём сообщается

event-notice-issued = уведомление сделано
event-notice-replaced = уведомление заменено другим
event-notice-cancelled = уведомление отменено
event-notice-began = объявленное начинается
event-notice-expired = уведомление истекло
event-notice-answered = на уведомление ответили
event-read-back-differed = координаты повторены иначе
event-notice-passed-on = уведомление передано дальше
event-notice-confirmed-again = уведомление подтверждено вновь
event-notice-not-confirmed = уведомление не подтверждено вовремя
event-notice-unanswered = на уведомление не ответили вовремя
event-notice-doubted = запись об уведомлении не учитывается
event-notices-crowd = уведомлений другой стороны сверх показанных, без тревоги
event-explanation-asked = запрошено объяснение
event-explanation-given = объяснение дано
event-explanation-overdue = объяснение вовремя не получено
event-incident-reported = происшествие: изложена версия
