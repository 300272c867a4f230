### Слова для того, что происходит на линии: срочность, подтверждения, проверки линии, приостановка, состояния.

## Срочность, от низшей к высшей

precedence-routine = обычная
precedence-priority = срочная
precedence-immediate = немедленная
precedence-flash = молния

## Как далеко дошло сообщение; первые ступени сообщают машины, «прочитано» и «принято к сведению» — люди, и ни одна не означает согласия

receipt-sent = отправлено
    .meaning = Сообщение в пути. О другой стороне пока ничего не известно.
receipt-stored = получено узлом другой стороны
receipt-shown = показано на посту другой стороны
receipt-read = прочитано человеком
receipt-acknowledged = принято человеком к сведению
    .meaning = Человек понял сообщение. Это не означает согласия.
receipt-bad = узел другой стороны не смог прочитать
receipt-refused = отвергнуто человеком

## Названные причины, по которым сообщение отвергнуто

refusal-none-given = причина не названа
refusal-wrong-desk = не тот пост
refusal-wrong-level = не тот уровень
refusal-not-understood = не понято
refusal-language = язык непонятен
refusal-suspended = линия приостановлена
refusal-not-accepted = не принято
refusal-other = другая причина

## Почему узел не может использовать запись

bad-undecodable = не удаётся разобрать
bad-commitment = содержание не то, которое подписано
bad-critical = нужно расширение, которое здесь неизвестно
bad-limit = больше согласованного размера
bad-other = другая ошибка

## Чем сообщение является для более раннего

relation-original = новое
relation-update = обновление
relation-add = дополнение
relation-correct = исправление
relation-replace = замена
relation-recall = отзыв
relation-relate = связанное
relation-answer = ответ

## Проверки линии

check-good = успешно
check-late = с опозданием
check-missed = пропущено
    .meaning = Ответ не пришёл вовремя. Причина неизвестна.
check-refused = отказано

## Названные причины отказа от проверки линии

check-refusal-none-given = причина не названа
check-refusal-off-hours = нерабочее время
check-refusal-exercise = учение
check-refusal-suspended = линия приостановлена
check-refusal-other = другая причина

## Приостановка

suspension-suspended = приостановлена
    .by = линию приостановила сторона { $party } с { $since }
    .until = до { $until }
    .reason = названная причина: { $reason }
suspension-restored = возобновлена
    .by = линию возобновила сторона { $party }, { $at }
suspension-scope-all = всё, что отправляют люди
suspension-scope-voice = вызовы и просьбы о разговоре
suspension-scope-messages = сообщения
suspension-scope-notices = уведомления
suspension-scope-all-but-emergency = всё, что ниже срочности «немедленная»

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

colour-green = работает
    .meaning = На свежую проверку линии получен ответ.
colour-unknown = неизвестно
    .meaning = Нет достаточно свежей проверки линии, чтобы судить.
colour-amber = под вопросом
    .meaning = Что-то не так, как согласовано; что именно, говорят причины.
colour-red = полагаться нельзя
    .meaning = Пропущены три проверки линии, журнал противоречит сам себе или отказало хранилище.

## Факты, на которых это основано; никогда не причина

status-answered = на проверку линии получен ответ
status-not-yet-checked = ещё не проверена
status-last-answer-too-old = последний ответ слишком старый
status-answer-late = ответ с опозданием
status-missed = пропущена одна проверка линии
status-missed-three = пропущены три проверки линии
status-refused = в проверке линии отказано
status-text-changed = проверочный текст вернулся изменённым
status-our-trouble = наш узел сообщает о неисправности
status-their-trouble = узел другой стороны сообщает о неисправности
status-our-storage = наше хранилище отказало
status-their-storage = хранилище другой стороны отказало
status-contradiction = журнал противоречит сам себе

## Что не пришло вовремя

overdue-contact = признак жизни
overdue-check = ответ на проверку линии
overdue-person = проверка линии человеком
overdue-receipt = подтверждение приёма
overdue-answer = запрошенный ответ
