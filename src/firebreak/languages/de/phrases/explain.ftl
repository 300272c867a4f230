## Erklärungen

please-explain =
    Bitte erklären Sie innerhalb von { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }, was dort geschehen ist. Position: { $place }. Zeit: { $at }.
    .spoken = bitte erklären

explain-activity =
    Bitte erklären Sie innerhalb von { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }, wozu dies dient: { $seen ->
        [troops] Ansammlung von Truppen
        [flights] ungewöhnliche Flüge
        [ships] Ansammlung von Schiffen
        [firing] Schießen
        [construction] Bauarbeiten nahe der Linie
       *[jamming] Funkstörungen
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Tätigkeit erklären

explanation-follows = Unsere Erklärung zu Ihrer Frage vom { $at } folgt spätestens bis { $until }.
    .spoken = Erklärung folgt

routine-activity = Dies ist eine geplante Tätigkeit von uns und nicht gegen Sie gerichtet. Position: { $place }. Von { $at } bis { $until }.
    .spoken = geplante Tätigkeit

explanation-incomplete =
    Danke für Ihre Erklärung vom { $at }. Bitte ergänzen Sie: { $detail ->
        [purpose] Zweck
        [size] Zahl der Kräfte
        [duration] Dauer
        [area] Gebiet
       *[unit] Einheit
    }.
    .spoken = bitte ergänzen

visit-offered =
    Wir laden Ihre Beobachter ein, es anzusehen: bis zu { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Beobachter eingeladen

no-such-activity = Uns ist keine solche Tätigkeit unserer Seite dort bekannt. Position: { $place }. Zeit: { $at }. Wir prüfen es noch einmal.
    .spoken = keine solche Tätigkeit

report-not-from-us =
    Die Meldung stammt nicht von uns. Quelle: { $medium ->
        [television] Fernsehen
        [newspapers] Zeitungen
        [social-media] soziale Medien
        [radio] Rundfunk
       *[telephone-call] Telefonanruf
    }. Zeit: { $at }.
    .spoken = Meldung nicht von uns
