### Vereinbarte Wendungen. Unterschrieben wird die Bedeutung: Wer hier etwas ändert, ändert das Buch und muss es neu vereinbaren.
### „Wir“ ist die sendende Seite. Namen in Klammern sind Codewörter und bleiben, wie sie sind.

## Wie Teile einer Wendung gezeigt werden

place-read-back = { $decimal } ({ $minutes }; Prüfziffern { $digits })
unknown-phrase = Die Wendung { $phrase } aus Buch { $book } ist hier nicht bekannt. Angaben: { $parameters }
unfit-phrase = Die Wendung { $phrase } kam mit Angaben, die nicht passen. Angaben: { $parameters }

## Gefahr

stop-firing-at =
    Stellen Sie sofort das Feuer ein. Position: { $place }. { $struck ->
        [our-troops] Dort befinden sich unsere Truppen.
        [civilians] Dort befinden sich Zivilpersonen.
        [hospital] Dort befindet sich ein Krankenhaus.
        [medical-transport] Dort befindet sich ein Sanitätstransport.
        [aid-convoy] Dort befindet sich ein Hilfskonvoi.
        [observers] Dort befinden sich Beobachter.
        [ship] Dort befindet sich ein Schiff.
        [aircraft] Dort befindet sich ein Luftfahrzeug.
        [power-plant] Dort befindet sich ein Kraftwerk.
       *[dam] Dort befindet sich ein Staudamm.
    }
you-are-approaching =
    Sie nähern sich { $neared ->
        [our-troops] unseren Truppen
        [our-ship] unserem Schiff
        [our-aircraft] unserem Luftfahrzeug
        [our-border] unserer Grenze
        [protected-site] einem geschützten Ort
        [hazard-area] einem Gefahrengebiet
       *[minefield] einem Minenfeld
    }. Position: { $place }. Entfernung: { $distance_m } m.
keep-clear-of =
    Halten Sie sich fern. Gefahr: { $hazard ->
        [mines] Minen
        [unexploded-ordnance] nicht explodierte Kampfmittel
        [firing] scharfes Schießen
        [missile-launch] Raketenstart
        [debris] herabfallende Trümmer
        [fire] Brand
        [chemicals] gefährliche Chemikalien
        [radiation] radioaktive Strahlung
       *[flood] Überflutung
    }. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
change-course =
    Gefahr für { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihren Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    }. Position: { $place }. Ändern Sie sofort den Kurs auf { NUMBER($heading, minimumIntegerDigits: 3) }°.
we-lost-control-of =
    Wir haben die Kontrolle über { $stray ->
        [drone] eine Drohne
        [missile] einen Flugkörper
        [aeroplane] ein Flugzeug
        [ship] ein Schiff
        [balloon] einen Ballon
       *[mine] eine treibende Mine
    } verloren. Letzte Position: { $place }. Letzter Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }. Dies ist kein Angriff.

## Absicht

we-are-launching-aircraft =
    Wir lassen { $count ->
        [one] { $count } Luftfahrzeug
       *[other] { $count } Luftfahrzeuge
    } starten. Zweck: { $activity ->
        [training] Übungsflug
        [patrol] Patrouille
        [transport] Transport
        [search-and-rescue] Suche und Rettung
        [medical-evacuation] medizinische Evakuierung
       *[reconnaissance] Aufklärung
    }. Position: { $place }. Zeit: { $at }.
we-will-fire-for-training = Wir schießen nur zu Übungszwecken. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }. Bitte halten Sie sich fern.
we-are-moving-convoy =
    Wir bewegen einen Konvoi mit { $count ->
        [one] { $count } Fahrzeug
       *[other] { $count } Fahrzeugen
    }. Von: { $start }. Nach: { $goal }. Abfahrt: { $at }.
we-are-towing = Wir schleppen und können kaum manövrieren. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Halten Sie mindestens { $distance_m } m Abstand.
search-and-rescue = Wir suchen Menschen in Not. Position: { $place }. Umkreis: { $radius_m } m. Beginn: { $at }. Bitte behindern Sie uns nicht und schießen Sie dort nicht.
we-are-clearing-mines = Wir räumen Minen. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }. Explosionen dort sind kein Angriff.

## Zwischenfall

accident-not-attack =
    Dies war ein Unfall, kein Angriff: { $accident ->
        [weapon-discharge] ein Schuss hat sich unbeabsichtigt gelöst
        [missile-malfunction] ein Flugkörper hat versagt
        [aircraft-crash] ein Luftfahrzeug ist abgestürzt
        [ship-collision] Schiffe sind zusammengestoßen
        [explosion] es gab eine Explosion
       *[drone-loss] eine Drohne ging verloren
    }. Position: { $place }. Zeit: { $at }.
unintended-entry =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } ist unbeabsichtigt in Ihr Gebiet geraten. Ursache: { $cause ->
        [navigation-error] Navigationsfehler
        [weather] Wetter
        [technical-failure] technischer Defekt
       *[medical-emergency] medizinischer Notfall
    }. Position: { $place }. Zeit: { $at }. Bitte eröffnen Sie nicht das Feuer.
not-our-fire = Wir haben dort nicht geschossen. Position: { $place }. Zeit: { $at }.
we-rescued-your-people =
    Wir haben { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    } von Ihrer Seite gerettet. Position: { $place }. Zeit: { $at }. Bitte rufen Sie uns an, um die Rückkehr zu regeln.

## Bitte

call-me-now = Rufen Sie sofort unsere Stelle „{ $desk }“ an.
please-confirm-receipt =
    Bitte bestätigen Sie innerhalb von { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, dass eine Person unsere letzte Nachricht gelesen hat.
please-explain =
    Bitte erklären Sie innerhalb von { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }, was dort geschehen ist. Position: { $place }. Zeit: { $at }.
please-hold-fire =
    Bitte halten Sie eine Feuerpause ein. Zweck: { $purpose ->
        [evacuation] Evakuierung
        [medical-help] medizinische Hilfe
        [recovery-of-dead] Bergung von Toten
        [repair-work] Reparaturarbeiten
       *[aid-delivery] Lieferung von Hilfsgütern
    }. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
please-let-pass =
    Bitte lassen Sie passieren: { $traveller ->
        [aid-convoy] einen Hilfskonvoi
        [medical-transport] einen Sanitätstransport
        [civilians] Zivilpersonen
        [repair-crew] einen Reparaturtrupp
       *[observers] Beobachter
    }. Von: { $start }. Nach: { $goal }. Zwischen { $at } und { $until }.
please-say-again = Bitte wiederholen Sie Ihre letzte Nachricht. Wir konnten sie nicht verwerten.
interpreter-needed =
    Wir brauchen eine Sprachmittlung für { $tongue ->
        [de] Deutsch
        [en] Englisch
        [ru] Russisch
       *[uk] Ukrainisch
    }.

## Antwort

message-passed-to = Wir haben Ihre Nachricht an unsere Stelle „{ $desk }“ weitergegeben. Zeit: { $at }.
cannot-comply =
    Wir können Ihrer Bitte nicht entsprechen. Grund: { $obstacle ->
        [no-contact-with-unit] kein Kontakt zur Einheit
        [not-our-unit] es ist nicht unsere Einheit
        [danger-to-our-people] Gefahr für unsere Leute
        [outside-our-authority] außerhalb unserer Befugnis
       *[technical-failure] technischer Defekt
    }.
we-ceased-fire = Wir haben dort das Feuer eingestellt. Position: { $place }. Zeit: { $at }.
please-wait =
    Bitte warten Sie { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Wir bearbeiten Ihre Nachricht.
read-back = Wir wiederholen die von Ihnen genannte Position: { $place }. Ist das richtig?

## Leitung

line-check = Leitungsprüfung Nummer { $number }. Bitte antworten Sie mit derselben Nummer.
line-check-answer = Antwort auf Leitungsprüfung Nummer { $number }. Empfangen.
use-other-link =
    Bitte nutzen Sie einen anderen Weg zu uns: { $link ->
        [satellite] Satellit
        [radio] Funk
        [telephone] Telefon
        [internet] Internet
       *[courier] Kurier
    }.
planned-works = Geplante Arbeiten auf unserer Seite. Die Leitung kann stumm sein. Von { $at } bis { $until }. Dies ist keine Aussetzung der Leitung.
sent-in-error = Unsere Nachricht vom { $at } wurde irrtümlich gesendet. Bitte beachten Sie sie nicht. Sie bleibt im Protokoll.
