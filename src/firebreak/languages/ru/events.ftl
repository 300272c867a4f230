### Слова для того, что происходит на линии: срочность, подтверждения, проверки линии, приостановка, состояния.

## Срочность, от низшей к высшей

precedence-routine = обычная
precedence-priority = срочная
precedence-immediate = немедленная
precedence-flash = молния

## Подтверждения; R1 и R2 дают машины, R3 и R4 — люди, и ни одно не означает согласия

receipt-r1 = получено узлом другой стороны
receipt-r2 = показано на посту другой стороны
receipt-r3 = прочитано человеком
receipt-r4 = принято человеком к сведению
    .meaning = Человек понял сообщение. Это не означает согласия.
receipt-refused = отвергнуто человеком
receipt-bad = узел другой стороны не смог прочитать

## Проверки линии

check-good = успешно
check-late = с опозданием
check-missed = пропущено
    .meaning = Ответ не пришёл вовремя. Причина неизвестна.
check-refused = отказано

## Приостановка

suspension-suspended = приостановлена
    .by = линию приостановила сторона { $party } с { $since }
    .until = до { $until }
    .reason = названная причина: { $reason }
suspension-restored = возобновлена
    .by = линию возобновила сторона { $party } в { $at }
suspension-scope-all = всё, кроме машинных проверок линии
suspension-scope-calls = вызовы
suspension-scope-messages = сообщения
suspension-scope-notices = уведомления
suspension-scope-below-flash = всё, что ниже срочности «молния»

## Состояния линии

line-state-draft = готовится
line-state-exchanged = карточки переданы
line-state-compared = цифры сверены
line-state-open = открыта
line-state-suspended = приостановлена
line-state-closed = закрыта
line-state-contradiction = противоречие
    .meaning = Другая сторона подписала две разные записи под одним номером. Считайте обе ненадёжными и уточните голосом.

## Насколько на линию можно положиться сейчас

line-health-green = работает
    .meaning = На свежую проверку линии получен ответ.
line-health-amber = под вопросом
    .meaning = Одна проверка линии пропущена.
line-health-red = полагаться нельзя
    .meaning = Пропущены три проверки линии, журнал противоречит сам себе или отказало хранилище.
