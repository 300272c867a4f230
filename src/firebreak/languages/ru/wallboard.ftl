### Табло на стене и страница, на которой запрашивают публичный отчёт.

title = Линии: { $party }
exercise = УЧЕНИЕ
as-of = по состоянию на { $at }
away = Узел не отвечает. Ни об одной линии ничего не известно.
no-lines = Линий пока нет.
since = с { $at }
contact = последний контакт
never = ещё не было
watch = дежурит у нас
their-watch = дежурит у них
nobody = никто
no-link = нет связи
ask-title = Публичный отчёт
ask-line = Линия
ask-since = Первый день
ask-until = Последний день
ask-language = Язык
ask = Показать
contacts = Контакты: { $ours } и { $theirs }
