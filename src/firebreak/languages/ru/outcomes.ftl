### Исходы вызова и причины его отклонения. Семь разных фактов: не заменяйте одно слово другим.

## Исходы; `meaning` говорит, что известно, и не больше

outcome-answered = принят
    .meaning = На вызов ответил человек на посту.
outcome-declined = отклонён
    .meaning = Человек на посту отклонил вызов.
outcome-busy = занято
    .meaning = Человек на посту сообщил, что занят другим делом.
outcome-no-answer = нет ответа
    .meaning = На посту звучал вызов, никто не ответил.
outcome-unattended = нет дежурного
    .meaning = Узел другой стороны откликнулся, но на посту не было дежурного.
outcome-withdrawn = отозван
    .meaning = Вызывающая сторона прекратила вызов до ответа.
outcome-unreachable = узел недоступен
    .meaning = Узел вызывающей стороны не получил отклика от узла другой стороны. Причина неизвестна.

## Названные причины отклонения

decline-busy = занят другим делом
decline-off-hours = нерабочее время
decline-wrong-level = не тот уровень
decline-principal-absent-message-taken = ответственное лицо отсутствует, сообщение принято
decline-needs-agenda = сначала нужна повестка
decline-not-now-until = не сейчас, но позже
    .until = не раньше { $until }
decline-refused = отказ
decline-none-given = причина не названа
