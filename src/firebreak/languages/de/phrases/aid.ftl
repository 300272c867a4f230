## Hilfe und geschützte Orte

please-let-pass =
    Bitte lassen Sie passieren: { $traveller ->
        [aid-convoy] einen Hilfskonvoi
        [medical-transport] einen Sanitätstransport
        [civilians] Zivilpersonen
        [repair-crew] einen Reparaturtrupp
       *[observers] Beobachter
    }. Von: { $start }. Nach: { $goal }. Zwischen { $at } und { $until }.
    .spoken = bitte passieren lassen

protected-site =
    Dort liegt ein geschützter Ort: { $site ->
        [hospital] Krankenhaus
        [school] Schule
        [shelter] Schutzraum für Zivilpersonen
        [camp] Lager für Vertriebene
        [water-works] Wasserwerk
        [food-store] Lebensmittellager
        [culture] Kulturgut
       *[prison] Haftanstalt
    }. Bitte schonen Sie ihn. Position: { $place }. Umkreis: { $radius_m } m.
    .spoken = geschützter Ort

protected-site-confirmed = Der von uns gemeldete geschützte Ort dort ist weiter in Betrieb. Position: { $place }. Wir bestätigen ihn spätestens bis { $until } erneut.
    .spoken = Ort weiter geschützt

protected-site-closed = Der von uns gemeldete geschützte Ort dort wird nicht mehr genutzt. Position: { $place }. Zeit: { $at }.
    .spoken = Ort geschlossen

aid-convoy-route =
    Hilfskonvoi { $callsign } mit { $count ->
        [one] { $count } Fahrzeug
       *[other] { $count } Fahrzeugen
    }. Von: { $start }. Nach: { $goal }. Abfahrt: { $at }. Bitte beschießen Sie ihn nicht.
    .spoken = Hilfskonvoi

convoy-arrived = Konvoi { $callsign } ist angekommen. Position: { $place }. Zeit: { $at }.
    .spoken = Konvoi angekommen

convoy-delayed =
    Konvoi { $callsign } hat { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } Verspätung. Position: { $place }.
    .spoken = Konvoi verspätet

convoy-stopped = Konvoi { $callsign } wurde auf Ihrer Seite angehalten. Bitte lassen Sie ihn weiterfahren. Position: { $place }. Zeit: { $at }.
    .spoken = Konvoi angehalten

passage-granted =
    Wir lassen passieren: { $traveller ->
        [aid-convoy] einen Hilfskonvoi
        [medical-transport] einen Sanitätstransport
        [civilians] Zivilpersonen
        [repair-crew] einen Reparaturtrupp
       *[observers] Beobachter
    }. Von: { $start }. Nach: { $goal }. Zwischen { $at } und { $until }.
    .spoken = Durchfahrt gewährt

corridor-open = Der humanitäre Korridor ist offen. Von: { $start }. Nach: { $goal }. Zeitraum: { $at } bis { $until }.
    .spoken = Korridor offen

corridor-closed =
    Der humanitäre Korridor ist geschlossen. Grund: { $closure ->
        [firing] Beschuss nahe der Strecke
        [mines] Minen auf der Strecke
        [damage] beschädigte Straße oder Brücke
        [weather] Wetter
       *[end] Zeit abgelaufen
    }. Von: { $start }. Nach: { $goal }. Zeit: { $at }.
    .spoken = Korridor geschlossen

evacuation-of-civilians = Wir evakuieren Zivilpersonen. Anzahl: { $people }. Von: { $start }. Nach: { $goal }. Zeitraum: { $at } bis { $until }. Bitte schießen Sie dort nicht.
    .spoken = Evakuierung von Zivilpersonen

wounded-handover =
    Wir bieten an, Verwundete von Ihrer Seite zu übergeben: { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Übergabe von Verwundeten

prisoner-exchange =
    Wir schlagen einen Gefangenenaustausch vor: { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    } von jeder Seite. Position: { $place }. Zeit: { $at }.
    .spoken = Gefangenenaustausch

repair-crew-at-work = Ein Reparaturtrupp von uns wird dort arbeiten. Bitte schießen Sie dort nicht. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = Reparaturtrupp bei der Arbeit
