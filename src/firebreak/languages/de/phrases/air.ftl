## Luftfahrzeuge und Luftraum

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
    .spoken = Luftfahrzeuge starten

flight-operations = Unser Schiff startet oder landet Luftfahrzeuge und kann nicht frei manövrieren. Bitte halten Sie sich fern. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Gilt bis { $until }.
    .spoken = Flugbetrieb

helicopter-over-stern = Über dem Heck unseres Schiffs arbeiten Hubschrauber. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Gilt bis { $until }.
    .spoken = Hubschrauber am Heck

aircraft-lost-radio = Unser Luftfahrzeug { $callsign } hat den Funkkontakt verloren. Letzte Position. Position: { $place }. Höhe: { $altitude_ft } ft. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }.
    .spoken = Luftfahrzeug ohne Funk

aircraft-is-lost = Unser Luftfahrzeug { $callsign } kennt seine Position nicht. Zuletzt bekannt. Position: { $place }. Zeit: { $at }. Bitte helfen Sie, es zurückzuführen.
    .spoken = Luftfahrzeug verirrt

aircraft-hijacked = Das Luftfahrzeug { $callsign } ist entführt. Position: { $place }. Höhe: { $altitude_ft } ft. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }. Es sind Menschen an Bord.
    .spoken = Luftfahrzeug entführt

we-are-intercepting = Unser Luftfahrzeug begleitet { $callsign }, um es zu identifizieren und zu führen. Position: { $place }. Höhe: { $altitude_ft } ft. Zeit: { $at }. Dies ist kein Angriff.
    .spoken = wir identifizieren ein Luftfahrzeug

emergency-landing-requested =
    Unser Luftfahrzeug { $callsign } bittet, in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } auf Ihrem Flugplatz zu landen. Grund: { $cause ->
        [navigation-error] Navigationsfehler
        [weather] Wetter
        [technical-failure] technischer Defekt
       *[medical-emergency] medizinischer Notfall
    }. Position: { $place }.
    .spoken = bitten um Notlandung

landing-permitted = Ihr Luftfahrzeug { $callsign } darf dort landen. Position: { $place }. Frequenz: { $frequency_khz } kHz. Gilt bis { $until }.
    .spoken = Landung erlaubt

airspace-closed = Luftraum auf unserer Seite ist bis { $altitude_ft } ft gesperrt. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = Luftraum gesperrt

airspace-open = Luftraum auf unserer Seite ist wieder frei. Position: { $place }. Umkreis: { $radius_m } m. Zeit: { $at }.
    .spoken = Luftraum wieder frei

overflight-requested =
    Wir bitten um Überflug für { $callsign }. Zweck: { $flight ->
        [medical] Sanitätsflug
        [aid] Hilfsflug
        [rescue] Suche und Rettung
        [state] Staatsflug
       *[civil] Zivilflug in Not
    }. Von: { $start }. Nach: { $goal }. Zwischen { $at } und { $until }.
    .spoken = bitten um Überflug

overflight-granted = Der Überflug von { $callsign } ist erlaubt. Höhe: { $altitude_ft } ft. Von { $at } bis { $until }.
    .spoken = Überflug erlaubt

medical-flight = Sanitätsflug { $callsign }. Von: { $start }. Nach: { $goal }. Höhe: { $altitude_ft } ft. Abflug: { $at }. Bitte beschießen Sie ihn nicht.
    .spoken = Sanitätsflug

use-this-frequency = Bitte rufen Sie unser Luftfahrzeug { $callsign } auf { $frequency_khz } kHz. Gilt bis { $until }.
    .spoken = diese Frequenz nehmen

navigation-disturbed = Die Satellitennavigation ist dort gestört. Positionen in diesem Gebiet können falsch sein. Position: { $place }. Umkreis: { $radius_m } m. Zeit: { $at }.
    .spoken = Satellitennavigation gestört

air-traffic-control-down = Unsere Flugverkehrskontrolle kann diesen Luftraum nicht bedienen. Bitte halten Sie den Verkehr auf Ihrer Seite zurück. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
    .spoken = Flugverkehr zurückhalten
