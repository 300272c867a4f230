## Seenot und Rettung

search-and-rescue = Wir suchen Menschen in Not. Position: { $place }. Umkreis: { $radius_m } m. Beginn: { $at }. Bitte behindern Sie uns nicht und schießen Sie dort nicht.
    .spoken = Suche und Rettung

we-rescued-your-people =
    Wir haben { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    } von Ihrer Seite gerettet. Position: { $place }. Zeit: { $at }. Bitte rufen Sie uns an, um die Rückkehr zu regeln.
    .spoken = Ihre Leute gerettet

craft-in-distress =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } ist in Not. Personen an Bord: { $people }. Position: { $place }. Zeit: { $at }. Bitte helfen Sie.
    .spoken = Mayday, wir brauchen Hilfe

person-overboard =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    } über Bord. Position: { $place }. Zeit: { $at }. Bitte halten Sie Ausschau.
    .spoken = Person über Bord

medical-help-needed =
    Wir brauchen medizinische Hilfe für { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }. Position: { $place }. Zeit: { $at }.
    .spoken = medizinische Hilfe nötig

tow-needed = Unser Schiff ist manövrierunfähig und braucht Schlepphilfe. Position: { $place }. Drift: { NUMBER($heading, minimumIntegerDigits: 3) }°, { $speed_kn } kn.
    .spoken = brauchen Schlepphilfe

abandoning-ship = Wir verlassen unser Schiff. Personen in Booten und Rettungsinseln: { $people }. Position: { $place }. Zeit: { $at }.
    .spoken = verlassen das Schiff

join-search-please = Bitte beteiligen Sie sich an der Suche nach Vermissten. Anzahl: { $people }. Position: { $place }. Umkreis: { $radius_m } m. Vermisst seit { $at }.
    .spoken = bitte mitsuchen

we-join-search =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } beteiligt sich an der Suche und ist in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } dort. Position: { $place }.
    .spoken = wir suchen mit

search-coordinator = Unsere Stelle „{ $desk }“ leitet die Suche. Frequenz: { $frequency_khz } kHz. Position: { $place }.
    .spoken = wir leiten die Suche

search-ended =
    Die Suche dort ist beendet. Gerettet: { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Suche beendet

no-one-found = Die Suche dort ist beendet. Niemand wurde gefunden. Position: { $place }. Zeit: { $at }.
    .spoken = niemand gefunden
