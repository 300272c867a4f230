### Vereinbarte Wendungen. Unterschrieben wird die Bedeutung: Wer hier etwas ändert, ändert das Buch und muss es neu vereinbaren.
### „Wir“ ist die sendende Seite. Namen in Klammern sind Codewörter und bleiben, wie sie sind.

place-read-back = { $decimal } ({ $minutes }; Prüfziffern { $digits })
unknown-phrase = Die Wendung { $phrase } aus Buch { $book } ist hier nicht bekannt. Angaben: { $parameters }
unfit-phrase = Die Wendung { $phrase } kam mit Angaben, die nicht passen. Angaben: { $parameters }

## Was von denen erwartet wird, die eine Wendung lesen

reaction-stop = Sofort weitergeben, das Genannte beenden, melden, was getan wurde.
reaction-act = Der Bitte folgen oder sofort sagen, dass es nicht geht.
reaction-clear = Bestätigen. Eigene Einheiten anweisen, sich fernzuhalten.
reaction-warn = Bestätigen. Eigene Einheiten und Menschen dort sofort warnen.
reaction-inform = Bestätigen. Betroffene eigene Einheiten unterrichten.
reaction-assist = Sofort sagen, welche Hilfe möglich ist.
reaction-check = Sachverhalt auf der eigenen Seite prüfen, dann antworten.
reaction-answer = Rechtzeitig mit einer Wendung oder einem Text antworten.
reaction-read-back = Jede Ziffer vergleichen, dann antworten.
reaction-repeat = Noch einmal sagen, möglichst mit einer vereinbarten Wendung.
reaction-call = Zurückrufen.
reaction-wait = Die genannte Zeit abwarten.
reaction-note = Bestätigen. Bei der Wachübergabe weitergeben.
reaction-none = Nichts weiter wird erwartet.
