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
status-our-clock = на наши часы нельзя положиться
status-their-clock = их узел сообщает: на его часы нельзя положиться
status-our-link = один из наших каналов связи не работает
status-their-link = их узел сообщает: один из каналов связи не работает
status-our-witness = один из свидетелей нам не отвечает
status-their-witness = их узел сообщает: один из свидетелей не отвечает
status-our-space = наш диск почти заполнен
status-their-space = их узел сообщает: его диск почти заполнен
status-our-storage = наше хранилище отказало
status-their-storage = хранилище другой стороны отказало
status-contradiction = журнал противоречит сам себе

## Что не пришло вовремя

overdue-contact = признак жизни
overdue-check = ответ на проверку линии
overdue-person = проверка линии человеком
overdue-receipt = подтверждение приёма
overdue-answer = запрошенный ответ

## Карточки, ключи и двойное разрешение: что сообщается постам

told-card-in-force = новая карточка в силе
    .meaning = Дежурные, посты и ключи этой стороны отныне указаны в новой карточке. Написанное раньше остаётся как есть.
told-card-offered = наша новая карточка ждёт другую сторону
    .meaning = Пока другая сторона её не приняла, в силе прежняя карточка.
told-card-not-taken = карточка не принята
    .meaning = Она нарушает правило. В силе остаётся прежняя; другой стороне сообщено почему.
told-card-taken-over = перешла к следующим корневым ключам
    .meaning = Сторона сама объявила эти ключи заранее. Спросите голосом, почему она их сменила.
told-card-new-keys = новые ключи после перезапуска их узла
told-key-revoked = ключ журнала отозван
    .meaning = Ничто новое под этим ключом не считается. Подтвердите голосом то, что было написано под ним недавно.
told-revocation-not-taken = отзыв не принят
    .meaning = Он подписан не так, как требуется. Ничего не изменилось.
told-entry-void = поступила недействительная запись
    .meaning = Она подписана отозванным ключом. Она хранится, и из неё ничего не следует.
told-contradiction-explained = противоречие объяснено
    .meaning = Корневые ключи автора говорят, как оно возникло. Доказательство остаётся.
told-not-released = разрешено не так, как условлено
    .meaning = Это должны были разрешить двое дежурных. Запись всё равно подлинная; спросите голосом, кто за неё отвечает.
told-record-damaged = запись на нашем диске повреждена
    .meaning = Узел продолжает работу с тем, что есть. Нечитаемое вернётся от другой стороны.

## Что отзыв ключа означает для записи

mark-good = в силе
mark-disputed = оспорена автором
    .meaning = Её ключ отозван. Она была подтверждена раньше, поэтому остаётся.
mark-void = недействительна
    .meaning = Её ключ отозван, и никто её не подтвердил. Она хранится и ничего не значит.

## Чего может быть слишком много

limit-entries = записи
limit-bytes = место на нашем диске
limit-checks = запросы проверки линии
limit-lists = списки имеющегося
limit-flash = молнии
limit-calls = вызовы и просьбы о вызове
limit-answers = квитанции и ответы
limit-segments = запуски узла
limit-sessions = сеансы
limit-sound = ключи и адреса для звука вызовов
limit-notices = уведомления, вопросы и происшествия
limit-matchings = скрытые сопоставления

## Состояние узла и потоки: что узнают посты

health-floods = их узел шлёт больше положенного
    .meaning = Это принимается медленнее, и ничего не теряется. Молнии и вызовы проходят.
health-slows = их узел медленнее принимает то, что мы посылаем
    .meaning = Он говорит об этом в записи. Ничего не теряется.
health-link-up = канал связи работает
health-link-lost = канал связи прерван
    .meaning = Почему, неизвестно.
health-space-low = наш диск заполняется
    .meaning = Ниже резерва принимаются только молнии, вызовы, квитанции и наши собственные слова.
health-clocks-apart = часы двух сторон расходятся
    .meaning = Одни из них идут неверно. Какие, неизвестно.
health-store-failed = наше хранилище отказало
    .meaning = Этот узел больше ничего не подписывает и завершает работу. Ничто из подтверждённого не теряется.
health-over = прошло

## Звук вызовов

sound-media-described = звук: описан один конец
sound-candidates-came = звук: получены адреса
sound-media-signed = звук: дежурные обеих сторон подписали ключи
sound-media-secured = звук: один из пультов проверил ключи
sound-media-contradicted = не защищено
    .meaning = Звук шёл не под тем ключом, который подписали дежурные. Больше ничего там не говорите; переспросите другим путём.
sound-held = вызов на удержании
sound-resumed = вызов продолжен
sound-joined = присоединилось третье лицо
sound-left = третье лицо вышло
sound-handed-over = вызов передан другому дежурному
sound-recording-asked = запрошена запись
sound-recording-agreed = обе стороны согласны на запись
sound-recording-ended = с этого момента записи нет
sound-recorded = часть записи сохранена
sound-minutes-proposed = предложен протокол разговора
sound-minutes-agreed = протокол разговора согласован

## Голосовые сообщения

voice-note-announced = объявлено голосовое сообщение, звук следует
voice-note-completed = голосовое сообщение получено целиком
voice-note-doubted = запись о голосовом сообщении не засчитана

## Состояние пути звука

leg-silent = звука нет
leg-described = описан один конец
leg-warm = соединено, без звука
leg-signed = ключи подписаны
leg-checked = проверено одной стороной
leg-secured = защищено
leg-contradicted = не защищено

## Отношение стороны к записи

consent-asked = запрошено
consent-given = дано согласие
consent-withdrawn = отозвано

## Скрытые сопоставления: что о них сказано

matching-proposed = предложено сопоставление
matching-answered = на предложение сопоставления отвечено
matching-committed = сторона связала себя набором
matching-message-whole = сообщение получено целиком
matching-completed = сопоставление завершено; каждая сторона может узнать ячейки, названные обеими
matching-concluded = офицер сообщает, что получилось
matching-lapsed = срок сопоставления истёк
    .meaning = Почему оно не доведено до конца, неизвестно.
matching-doubted = не учитывается
matching-word-accept = принято
matching-word-decline = отклонено
matching-word-off = их узел в таком не участвует
matching-result-hits = ячейки, названные обеими сторонами
matching-result-nothing = ни одной ячейки, названной обеими сторонами
matching-result-not-told = не сообщается
