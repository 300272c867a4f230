### Табло на стіні та сторінка, на якій запитують публічний звіт.

title = Лінії: { $party }
exercise = НАВЧАННЯ
as-of = станом на { $at }
away = Вузол не відповідає. Про жодну лінію нічого не відомо.
no-lines = Ліній поки немає.
since = з { $at }
contact = останній контакт
never = ще не було
watch = чергує в нас
their-watch = чергує в них
nobody = ніхто
no-link = немає з'єднання
ask-title = Публічний звіт
ask-line = Лінія
ask-since = Перший день
ask-until = Останній день
ask-language = Мова
ask = Показати
contacts = Контакти: { $ours } та { $theirs }
