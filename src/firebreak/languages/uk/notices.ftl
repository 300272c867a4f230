### Слова про сповіщення: про що вони, в якому вони стані, що в них помічено.

## Про що сповіщення

sort-protective-sign = захисний знак
sort-white-flag = білий прапор
sort-white-flag-negotiation = білий прапор: прохання про переговори
sort-white-flag-surrender = білий прапор: здача
sort-red-cross-emblem = емблема Червоного Хреста, Півмісяця чи Кристала
sort-red-cross = Червоний Хрест
sort-red-crescent = Червоний Півмісяць
sort-red-crystal = Червоний Кристал
sort-united-nations = Організація Об'єднаних Націй
sort-protected-zone = захищена зона
sort-hospital-zone = санітарна та безпечна зона
sort-prisoner-of-war-camp = табір військовополонених
sort-internment-camp = табір інтернованих
sort-civil-defence = цивільна оборона
sort-cultural-property = культурні цінності
sort-dangerous-forces = споруди, що містять небезпечні сили
sort-transport-site = транспортний об'єкт
sort-airport = аеропорт
sort-energy-site = енергетичний об'єкт
sort-nuclear-power-plant = атомна електростанція
sort-hydro-power-plant = гідроелектростанція
sort-water-site = об'єкт водопостачання
sort-undersea-cable = підводний кабель
sort-public-service = громадський заклад
sort-hospital = лікарня
sort-school = школа
sort-grid-works = роботи на електромережі
sort-network-works = роботи на мережах зв'язку
sort-plant-danger = небезпека на підприємстві
sort-danger-area = небезпечний район
sort-attack = напад
sort-hazardous-conflict-area = небезпечний район конфлікту
sort-mine-field = мінне поле
sort-unexploded-ordnance = боєприпаси, що не розірвалися
sort-air-defence-threat = загроза від ППО
sort-transport-accident = транспортна аварія
sort-industrial-accident = промислова аварія
sort-missile-launch = пуск ракети
sort-space-launch = космічний запуск
sort-firing = стрільби
sort-underwater-operations = підводні роботи
sort-special-caution-area = район особливої обережності
sort-closed-airspace = закритий повітряний простір
sort-emergency = надзвичайна ситуація
sort-distress = лихо
sort-medical-help-needed = потрібна медична допомога
sort-mission = місія
sort-humanitarian-mission = гуманітарна місія
sort-medical-evacuation = медична евакуація
sort-aid = допомога цивільному населенню
sort-repair-crew = ремонтна бригада
sort-military-operation = військова операція
sort-exercise = навчання
sort-major-movement = велике переміщення військ
sort-convoy = колона
sort-special-signal = особливий сигнал
sort-close-approach = небезпечне зближення
sort-unintended-entry = ненавмисне вторгнення
sort-cease-fire-request = прохання про припинення вогню
sort-area-access-request = прохання про доступ
sort-status-unknown = стан невідомий
sort-status-good = справно
sort-status-damaged = пошкоджено
sort-agreed-line = лінія для карти
sort-agreed-area = район для карти
sort-unknown = невідомий код

## Групи

group-hazard = небезпека
group-site = об'єкт, що захищається
group-movement = переміщення, що захищається
group-exercise = навчання
group-works = роботи
group-signal = сигнал
group-request = прохання
group-status = стан
group-layer = шар карти

## Стан

state-issued = оголошено
state-holding = діє зараз
state-replaced = замінено
state-cancelled = скасовано
state-expired = минуло

## Відповіді

answer-acknowledge = підтверджено людиною
answer-confirm = координати повторено
answer-comply = діятимуть відповідно
answer-reject = не прийнято

## Причини, з яких його не приймають

objection-none-given = причину не вказано
objection-too-late = оголошено запізно
objection-area = район
objection-time = час
objection-not-understood = не зрозуміло
objection-cannot = неможливо
objection-not-accepted = не приймається

## Про що повідомляється

event-notice-issued = сповіщення зроблено
event-notice-replaced = сповіщення замінено іншим
event-notice-cancelled = сповіщення скасовано
event-notice-began = оголошене починається
event-notice-expired = сповіщення минуло
event-notice-answered = на сповіщення відповіли
event-read-back-differed = координати повторено інакше
event-notice-passed-on = сповіщення передано далі
event-notice-confirmed-again = сповіщення підтверджено знову
event-notice-not-confirmed = сповіщення не підтверджено вчасно
event-notice-unanswered = на сповіщення не відповіли вчасно
event-notice-doubted = запис про сповіщення не враховується
event-notices-crowd = сповіщень іншої сторони понад показані, без тривоги
event-explanation-asked = запитано пояснення
event-explanation-given = пояснення надано
event-explanation-overdue = пояснення вчасно не отримано
event-incident-reported = подія: викладено версію
