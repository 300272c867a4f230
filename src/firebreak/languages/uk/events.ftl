### Слова для того, що відбувається на лінії: терміновість, підтвердження, перевірки лінії, призупинення, стани.

## Терміновість, від найнижчої до найвищої

precedence-routine = звичайна
precedence-priority = термінова
precedence-immediate = негайна
precedence-flash = блискавка

## Як далеко дійшло повідомлення; перші ступені повідомляють машини, «прочитано» і «взято до відома» — люди, і жоден не означає згоди

receipt-sent = надіслано
    .meaning = Повідомлення в дорозі. Про іншу сторону поки нічого не відомо.
receipt-stored = отримано вузлом іншої сторони
receipt-shown = показано на посту іншої сторони
receipt-read = прочитано людиною
receipt-acknowledged = взято людиною до відома
    .meaning = Людина зрозуміла повідомлення. Це не означає згоди.
receipt-bad = вузол іншої сторони не зміг прочитати
receipt-refused = відхилено людиною

## Названі причини, з яких повідомлення відхилено

refusal-none-given = причину не названо
refusal-wrong-desk = не той пост
refusal-wrong-level = не той рівень
refusal-not-understood = не зрозуміло
refusal-language = мова незрозуміла
refusal-suspended = лінію призупинено
refusal-not-accepted = не прийнято
refusal-other = інша причина

## Чому вузол не може використати запис

bad-undecodable = не вдається розібрати
bad-commitment = зміст не той, який підписано
bad-critical = потрібне розширення, яке тут невідоме
bad-limit = більше за узгоджений розмір
bad-other = інша помилка

## Чим повідомлення є для більш раннього

relation-original = нове
relation-update = оновлення
relation-add = доповнення
relation-correct = виправлення
relation-replace = заміна
relation-recall = відкликання
relation-relate = пов’язане
relation-answer = відповідь

## Перевірки лінії

check-good = успішно
check-late = із запізненням
check-missed = пропущено
    .meaning = Відповідь не надійшла вчасно. Причина невідома.
check-refused = відмовлено

## Названі причини відмови від перевірки лінії

check-refusal-none-given = причину не названо
check-refusal-off-hours = неробочий час
check-refusal-exercise = навчання
check-refusal-suspended = лінію призупинено
check-refusal-other = інша причина

## Призупинення

suspension-suspended = призупинено
    .by = лінію призупинила сторона { $party } з { $since }
    .until = до { $until }
    .reason = названа причина: { $reason }
suspension-restored = відновлено
    .by = лінію відновила сторона { $party }, { $at }
suspension-scope-all = усе, що надсилають люди
suspension-scope-voice = виклики та прохання про розмову
suspension-scope-messages = повідомлення
suspension-scope-notices = сповіщення
suspension-scope-all-but-emergency = усе, що нижче терміновості «негайна»

## Стани лінії

line-state-draft = готується
line-state-exchanged = картки передано
line-state-compared = цифри звірено
line-state-open = відкрита
line-state-suspended = призупинена
line-state-closed = закрита
line-state-contradiction = суперечність
    .meaning = Інша сторона підписала два різні записи під одним номером. Вважайте обидва ненадійними й уточніть голосом.

## Наскільки на лінію можна покластися зараз

colour-green = працює
    .meaning = На свіжу перевірку лінії отримано відповідь.
colour-unknown = невідомо
    .meaning = Немає достатньо свіжої перевірки лінії, щоб судити.
colour-amber = під питанням
    .meaning = Щось не так, як узгоджено; що саме, кажуть причини.
colour-red = покладатися не можна
    .meaning = Пропущено три перевірки лінії, журнал суперечить сам собі або відмовило сховище.

## Факти, на яких це ґрунтується; ніколи не причина

status-answered = на перевірку лінії отримано відповідь
status-not-yet-checked = ще не перевірено
status-last-answer-too-old = остання відповідь надто стара
status-answer-late = відповідь із запізненням
status-missed = пропущено одну перевірку лінії
status-missed-three = пропущено три перевірки лінії
status-refused = у перевірці лінії відмовлено
status-text-changed = перевірочний текст повернувся зміненим
status-our-trouble = наш вузол повідомляє про несправність
status-their-trouble = вузол іншої сторони повідомляє про несправність
status-our-storage = наше сховище відмовило
status-their-storage = сховище іншої сторони відмовило
status-contradiction = журнал суперечить сам собі

## Що не надійшло вчасно

overdue-contact = ознака життя
overdue-check = відповідь на перевірку лінії
overdue-person = перевірка лінії людиною
overdue-receipt = підтвердження отримання
overdue-answer = запитана відповідь
