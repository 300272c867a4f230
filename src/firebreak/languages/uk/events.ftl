### Слова для того, що відбувається на лінії: терміновість, підтвердження, перевірки лінії, призупинення, стани.

## Терміновість, від найнижчої до найвищої

precedence-routine = звичайна
precedence-priority = термінова
precedence-immediate = негайна
precedence-flash = блискавка

## Підтвердження; R1 і R2 дають машини, R3 і R4 — люди, і жодне не означає згоди

receipt-r1 = отримано вузлом іншої сторони
receipt-r2 = показано на посту іншої сторони
receipt-r3 = прочитано людиною
receipt-r4 = людина взяла до відома
    .meaning = Людина зрозуміла повідомлення. Це не означає згоди.
receipt-refused = людина не прийняла
receipt-bad = вузол іншої сторони не зміг прочитати

## Перевірки лінії

check-good = успішно
check-late = із запізненням
check-missed = пропущено
    .meaning = Відповідь не надійшла вчасно. Причина невідома.
check-refused = відмовлено

## Призупинення

suspension-suspended = призупинено
    .by = лінію призупинила сторона { $party } з { $since }
    .until = до { $until }
    .reason = названа причина: { $reason }
suspension-restored = відновлено
    .by = лінію відновила сторона { $party } о { $at }
suspension-scope-all = усе, крім машинних перевірок лінії
suspension-scope-calls = виклики
suspension-scope-messages = повідомлення
suspension-scope-notices = сповіщення
suspension-scope-below-flash = усе, що нижче терміновості «блискавка»

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

line-health-green = працює
    .meaning = На свіжу перевірку лінії отримано відповідь.
line-health-amber = під питанням
    .meaning = Одну перевірку лінії пропущено.
line-health-red = покладатися не можна
    .meaning = Пропущено три перевірки лінії, журнал суперечить сам собі або відмовило сховище.
