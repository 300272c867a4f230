## Zu Nachrichten

please-confirm-receipt =
    Bitte bestätigen Sie innerhalb von { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, dass eine Person unsere letzte Nachricht gelesen hat.
    .spoken = bitte bestätigen

please-say-again = Bitte wiederholen Sie Ihre letzte Nachricht. Wir konnten sie nicht verwerten.
    .spoken = bitte wiederholen

message-passed-to = Wir haben Ihre Nachricht an unsere Stelle „{ $desk }“ weitergegeben. Zeit: { $at }.
    .spoken = Nachricht weitergegeben

cannot-comply =
    Wir können Ihrer Bitte nicht entsprechen. Grund: { $obstacle ->
        [no-contact-with-unit] kein Kontakt zur Einheit
        [not-our-unit] es ist nicht unsere Einheit
        [danger-to-our-people] Gefahr für unsere Leute
        [outside-our-authority] außerhalb unserer Befugnis
       *[technical-failure] technischer Defekt
    }.
    .spoken = nicht möglich

please-wait =
    Bitte warten Sie { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Wir bearbeiten Ihre Nachricht.
    .spoken = bitte warten

read-back = Wir wiederholen die von Ihnen genannte Position: { $place }. Ist das richtig?
    .spoken = wir wiederholen

sent-in-error = Unsere Nachricht vom { $at } wurde irrtümlich gesendet. Bitte beachten Sie sie nicht. Sie bleibt im Protokoll.
    .spoken = irrtümlich gesendet

understood = Wir haben Ihre Nachricht vom { $at } erhalten und verstanden.
    .spoken = erhalten und verstanden

received-not-understood = Wir haben Ihre Nachricht vom { $at } erhalten, verstehen sie aber nicht.
    .spoken = erhalten, nicht verstanden

we-will-comply = Wir tun, worum Sie um { $at } gebeten haben. Erledigt bis { $until }.
    .spoken = wird ausgeführt

done-as-asked = Worum Sie um { $at } gebeten haben, ist um { $done } ausgeführt worden.
    .spoken = ausgeführt

position-right = Die von Ihnen wiederholte Position ist richtig. Position: { $place }.
    .spoken = Position richtig

position-wrong = Die von Ihnen wiederholte Position ist falsch. Die richtige folgt. Position: { $place }.
    .spoken = Position falsch

time-wrong = Die Zeit { $at } war falsch. Richtig ist { $right }.
    .spoken = Zeit war falsch

answer-by = Wir beantworten Ihre Nachricht vom { $at } spätestens bis { $until }.
    .spoken = Antwort folgt

please-answer-by = Unsere Nachricht vom { $at } ist noch ohne Antwort. Bitte antworten Sie bis { $until }.
    .spoken = bitte antworten

please-send-position =
    Bitte nennen Sie die Position. Gemeint ist { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihr Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    }. Zeit: { $at }.
    .spoken = Position nennen

here-is-our-position =
    Position { $craft ->
        [aeroplane] unseres Flugzeugs
        [helicopter] unseres Hubschraubers
        [drone] unserer Drohne
        [ship] unseres Schiffs
       *[vehicle] unseres Fahrzeugs
    }. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Geschwindigkeit: { $speed_kn } kn. Zeit: { $at }.
    .spoken = hier unsere Position

please-pass-on =
    Bitte geben Sie unsere letzte Nachricht innerhalb von { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } an „{ $desk }“ weiter.
    .spoken = bitte weitergeben

being-stopped =
    Wir stoppen es dort gerade. Das dauert { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Position: { $place }.
    .spoken = wir stoppen es

translation-follows =
    Eine Übersetzung unserer Nachricht vom { $at } folgt bis { $until }. Sprache: { $tongue ->
        [de] Deutsch
        [en] Englisch
        [ru] Russisch
       *[uk] Ukrainisch
    }.
    .spoken = Übersetzung folgt
