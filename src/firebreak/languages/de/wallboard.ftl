### Die Tafel an der Wand, und die Seite, auf der ein öffentlicher Bericht verlangt wird.

title = Leitungen von { $party }
exercise = ÜBUNG
as-of = Stand { $at }
away = Der Knoten antwortet nicht. Von keiner Leitung ist etwas bekannt.
no-lines = Es gibt noch keine Leitung.
since = seit { $at }
contact = letzter Kontakt
never = noch nie
watch = Wache hier
their-watch = Wache dort
nobody = niemand
no-link = keine Verbindung
ask-title = Öffentlicher Bericht
ask-line = Leitung
ask-since = Erster Tag
ask-until = Letzter Tag
ask-language = Sprache
ask = Zeigen
contacts = Kontakte zwischen { $ours } und { $theirs }
