## Die Leitung

line-check = Leitungsprüfung Nummer { $number }. Bitte antworten Sie mit derselben Nummer.
    .spoken = Leitungsprüfung

line-check-answer = Antwort auf Leitungsprüfung Nummer { $number }. Empfangen.
    .spoken = Leitungsprüfung erhalten

use-other-link =
    Bitte nutzen Sie einen anderen Weg zu uns: { $link ->
        [satellite] Satellit
        [radio] Funk
        [telephone] Telefon
        [internet] Internet
       *[courier] Kurier
    }.
    .spoken = andere Verbindung nehmen

planned-works = Geplante Arbeiten auf unserer Seite. Die Leitung kann stumm sein. Von { $at } bis { $until }. Dies ist keine Aussetzung der Leitung.
    .spoken = geplante Arbeiten

check-missed = Unsere Leitungsprüfung um { $at } blieb ohne Antwort von Ihnen. Die Ursache kennen wir nicht.
    .spoken = Leitungsprüfung ohne Antwort

line-suspended = Wir setzen diese Leitung ab { $at } aus. Unsere Stelle „{ $desk }“ bleibt im Notfall erreichbar.
    .spoken = Leitung ausgesetzt

line-restored = Wir nehmen diese Leitung ab { $at } wieder auf.
    .spoken = Leitung wieder in Betrieb

restore-line-please = Bitte nehmen Sie diese Leitung wieder auf. Sie ist seit { $at } ausgesetzt.
    .spoken = bitte Leitung wieder aufnehmen

clocks-differ =
    Ihre Uhr und unsere weichen um { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } voneinander ab. Bitte prüfen Sie Ihre. Zeit: { $at }.
    .spoken = unsere Uhren weichen ab

do-not-trust-key = Bitte vertrauen Sie nichts, was seit { $at } mit dem Schlüssel unserer Stelle „{ $desk }“ kommt. Ein neuer Schlüssel folgt.
    .spoken = diesem Schlüssel nicht trauen

link-lost =
    Wir haben diese Verbindung verloren: { $link ->
        [satellite] Satellit
        [radio] Funk
        [telephone] Telefon
        [internet] Internet
       *[courier] Kurier
    }. Zeit: { $at }. Die Leitung läuft über andere weiter.
    .spoken = Verbindung verloren

link-back =
    Diese Verbindung arbeitet wieder: { $link ->
        [satellite] Satellit
        [radio] Funk
        [telephone] Telefon
        [internet] Internet
       *[courier] Kurier
    }. Zeit: { $at }.
    .spoken = Verbindung wieder da

watch-changes = Die Wache an unserer Stelle „{ $desk }“ wechselt um { $at }. Offene Vorgänge werden übergeben.
    .spoken = Wachwechsel

watch-taken =
    Die neue Wache an unserer Stelle „{ $desk }“ ist im Dienst. Sprache: { $tongue ->
        [de] Deutsch
        [en] Englisch
        [ru] Russisch
       *[uk] Ukrainisch
    }. Zeit: { $at }.
    .spoken = neue Wache im Dienst

desk-not-staffed = Unsere Stelle „{ $desk }“ ist nicht besetzt. Zeitraum: { $at } bis { $until }. Der Knoten empfängt weiter.
    .spoken = Stelle nicht besetzt

on-battery =
    Unser Knoten läuft noch etwa { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    } mit Batterie. Zeit: { $at }.
    .spoken = wir laufen auf Batterie

exercise-traffic = Als Übung gekennzeichnete Nachrichten in dieser Zeit sind nicht echt. Zeitraum: { $at } bis { $until }.
    .spoken = Übungsverkehr

real-not-exercise = Unsere Nachricht vom { $at } ist echt. Sie gehört zu keiner Übung.
    .spoken = echt, keine Übung

all-quiet = Keine Vorkommnisse auf unserer Seite. Zeit: { $at }.
    .spoken = keine Vorkommnisse
