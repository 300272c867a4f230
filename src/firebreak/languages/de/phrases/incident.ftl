## Zwischenfälle

accident-not-attack =
    Dies war ein Unfall, kein Angriff: { $accident ->
        [weapon-discharge] ein Schuss hat sich unbeabsichtigt gelöst
        [missile-malfunction] ein Flugkörper hat versagt
        [aircraft-crash] ein Luftfahrzeug ist abgestürzt
        [ship-collision] Schiffe sind zusammengestoßen
        [explosion] es gab eine Explosion
       *[drone-loss] eine Drohne ging verloren
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Unfall, kein Angriff

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
    .spoken = unbeabsichtigtes Eindringen

not-our-fire = Wir haben dort nicht geschossen. Position: { $place }. Zeit: { $at }.
    .spoken = nicht unser Feuer

damage-on-our-side =
    Schaden auf unserer Seite: { $harmed ->
        [building] Gebäude
        [ship] Schiff
        [aircraft] Luftfahrzeug
        [vehicle] Fahrzeug
        [power] Stromversorgung
       *[none] keiner
    }. Verletzt: { $injured ->
        [one] { $injured } Person
       *[other] { $injured } Personen
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Schaden auf unserer Seite

no-one-hurt = Dort wurde auf unserer Seite niemand verletzt. Position: { $place }. Zeit: { $at }.
    .spoken = niemand verletzt

our-fire-by-mistake = Unser Feuer traf versehentlich Ihre Seite. Es ist eingestellt. Position: { $place }. Zeit: { $at }.
    .spoken = unser Feuer, versehentlich

we-are-investigating = Wir untersuchen, was dort geschehen ist. Position: { $place }. Zeit: { $at }. Unsere Ergebnisse erhalten Sie spätestens bis { $until }.
    .spoken = wir untersuchen

our-account-follows = Unsere Darstellung des Zwischenfalls folgt spätestens bis { $until }. Position: { $place }. Zeit: { $at }.
    .spoken = Darstellung folgt

keep-the-evidence = Bitte lassen Sie dort alles unverändert, bis beide Seiten es gesehen haben. Position: { $place }. Zeit: { $at }.
    .spoken = alles unverändert lassen

meeting-proposed =
    Wir schlagen ein Treffen vor: { $level ->
        [duty-officers] diensthabende Offiziere
        [commanders] Befehlshaber
        [experts] Fachleute
       *[principals] oberste Leitung
    }. Position: { $place }. Zeit: { $at }.
    .spoken = wir schlagen ein Treffen vor

crossed-by-mistake =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    } von uns: versehentlich auf Ihre Seite gelangt. Position: { $place }. Zeit: { $at }. Bitte regeln Sie mit uns die Rückkehr.
    .spoken = versehentlich übergetreten

we-hold-your-people =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    } von Ihrer Seite: bei uns und in Sicherheit. Position: { $place }. Zeit: { $at }.
    .spoken = Ihre Leute sind in Sicherheit

return-of-craft =
    Wir sind bereit zur Rückgabe: { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihr Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    }. Position: { $place }. Zeit: { $at }.
    .spoken = bereit zur Rückgabe
